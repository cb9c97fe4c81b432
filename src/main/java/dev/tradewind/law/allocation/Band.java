package dev.tradewind.law.allocation;

/// What is expected of a quantity, and where it is with 80 % probability.
///
/// @param low it is below with 10 % probability
/// @param high it is above with 10 % probability
public record Band(double mean, double low, double high) {

    /// Where a standard normal variable has 10 % above it.
    static final double TENTH = 1.2815515655446004;
}
