package dev.tradewind.law.training;

/// What came of an attempt to find a law in runs.
public sealed interface FitOutcome {

    /// A law, with how far it can be trusted.
    record Fitted(ChinchillaFit fit) implements FitOutcome {}

    /// The runs do not tell.
    ///
    /// @param reason what is wrong with them
    /// @param remains what they do tell, or what would help
    record Inconclusive(String reason, String remains) implements FitOutcome {}
}
