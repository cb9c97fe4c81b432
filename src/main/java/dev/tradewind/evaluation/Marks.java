package dev.tradewind.evaluation;

/// Values of one objective that mean something.
///
/// @param target reached when it is met; the search goes on nevertheless unless a campaign says
///   otherwise
/// @param bound must be met: `at most` of what is minimised, `at least` of what is maximised. What
///   misses it comes after everything that meets it
/// @param reference where the hypervolume of a front is counted from
public record Marks(Mark target, Mark bound, Mark reference) {

    public static final Marks NONE = new Marks(new Mark.None(), new Mark.None(), new Mark.None());
}
