package dev.tradewind.law.simulation;

/// How a player did in a world.
///
/// @param fraction its improvements over the oracle's, all problems together
/// @param difference of that fraction from the law's, on the same problems
/// @param error standard error of the difference
public record Standing(String player, double fraction, double difference, double error) {}
