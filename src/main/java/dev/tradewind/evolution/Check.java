package dev.tradewind.evolution;

import dev.tradewind.evaluation.Scores;

/// What validation said of a candidate that is settled.
public sealed interface Check {

    /// It did not reach the bar it was planned with.
    record NotValidated() implements Check {}

    /// It ran on the validation instances.
    record Validated(Scores validation) implements Check {}
}
