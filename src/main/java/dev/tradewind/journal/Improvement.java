package dev.tradewind.journal;

/// A step of the best-so-far curve.
///
/// @param evaluations flights of the line that had been evaluated when it settled, itself included
/// @param flight the new champion; its validation, where it has one, is the value of the step
public record Improvement(long evaluations, Flight flight) {}
