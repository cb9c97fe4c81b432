package dev.tradewind.bench.race;

import java.util.stream.DoubleStream;

/// Middles of numbers.
final class Medians {

    private Medians() {}

    /// The middle one, or halfway between the two in the middle.
    ///
    /// @param values at least one
    static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int upper = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[upper]
                : sorted[upper - 1] + (sorted[upper] - sorted[upper - 1]) / 2;
    }
}
