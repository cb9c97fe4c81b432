package dev.tradewind.cli;

import java.util.Locale;

/// What a plan counts costs in. They have different optima: money, time and arithmetic are not one
/// thing.
enum PlanUnit {
    /// US dollars.
    USD("USD"),
    /// Seconds of machines: a proposal's own and its evaluation's.
    SECONDS("s"),
    /// Floating-point operations.
    FLOP("FLOP");

    private final String sign;

    PlanUnit(String sign) {
        this.sign = sign;
    }

    /// As it follows a number.
    String sign() {
        return sign;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
