package dev.tradewind.cli;

import dev.tradewind.report.Figures;

/// Sizes, tokens and operations as people write them: `13.61 B`, `4.426 T`, `3.615E+23 FLOP`.
final class Magnitude {

    private static final double BILLION = 1e9;
    private static final double TRILLION = 1e12;

    private Magnitude() {}

    /// Parameters in billions.
    static String parameters(double count) {
        return Figures.value(count / BILLION, "1") + " B";
    }

    /// Tokens in trillions.
    static String tokens(double count) {
        return Figures.value(count / TRILLION, "1") + " T";
    }

    static String flop(double count) {
        return Figures.withUnit(count, "FLOP");
    }

    /// A share in percent.
    static String percent(double share) {
        return Figures.withUnit(100 * share, "%");
    }

    static String number(double value) {
        return Figures.value(value, "1");
    }

    /// A factor.
    static String times(double factor) {
        return Figures.value(factor, "1") + "x";
    }
}
