package dev.tradewind.search;

/// Those outside a run.
///
/// @param progress hears of it
/// @param stop may ask it to end
public record Watch(Progress progress, Stop stop) {

    /// Nobody looks on.
    public static Watch nobody() {
        return new Watch(Progress.silent(), new Stop());
    }
}
