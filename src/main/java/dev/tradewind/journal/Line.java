package dev.tradewind.journal;

/// Which of a run's two searches a flight belongs to.
public enum Line {
    /// The search itself.
    SEARCH,
    /// Random programs, as many evaluations as the search had: what luck alone would bring.
    RANDOM
}
