package dev.tradewind.search;

/// What a run is busy with.
public enum Phase {
    SEARCH,
    /// Equally many random programs, for comparison.
    BASELINE,
    /// The best programs on instances nothing was selected on.
    TEST
}
