package dev.tradewind.evaluation;

/// Which instances an evaluation uses. Nothing is selected on what [#TEST] says.
public enum Split {
    /// Seen by the search.
    TRAINING,
    /// Decides which program is called the best; never used to breed.
    VALIDATION,
    /// Reported at the end.
    TEST
}
