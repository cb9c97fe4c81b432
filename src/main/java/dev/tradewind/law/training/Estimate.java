package dev.tradewind.law.training;

import java.util.stream.DoubleStream;

/// A value found from data, with the interval in which 95 % of the resamples lie.
///
/// @param error standard deviation of the resamples
public record Estimate(double value, double low, double high, double error) {

    private static final double TAIL = 0.025;

    /// @param resampled the value in each resample, at least two
    static Estimate of(double value, DoubleStream resampled) {
        double[] sorted = resampled.sorted().toArray();
        double mean = DoubleStream.of(sorted).average().orElse(value);
        double squares = DoubleStream.of(sorted).map(each -> (each - mean) * (each - mean)).sum();
        return new Estimate(
                value,
                quantile(TAIL, sorted),
                quantile(1 - TAIL, sorted),
                Math.sqrt(squares / (sorted.length - 1)));
    }

    private static double quantile(double share, double... sorted) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
