package dev.tradewind.evaluation;

/// A quantity that is reported of each candidate and that nothing is chosen by.
///
/// @param name as in `task.yaml`, such as `peak`
/// @param unit as printed after a value, such as `%`; `1` for a plain number
public record Measure(String name, String unit) {}
