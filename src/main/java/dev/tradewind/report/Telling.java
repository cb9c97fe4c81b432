package dev.tradewind.report;

/// How a run is told of.
///
/// @param run the run's folder as it is to be named
/// @param command what starts the same run again
/// @param environment what it ran on
public record Telling(String run, String command, Environment environment) {}
