package dev.tradewind.law.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A number and how far it may be off.
///
/// @param low bound, at most `value`
/// @param high bound, at least `value`
public record Estimate(double value, double low, double high) {

    /// With the bounds that hold the middle part of what resamples came to; widened where they
    /// would leave out the value itself, as at the edge of what is allowed.
    ///
    /// @param part that lies between the bounds, such as 0.95
    static <T> Estimate of(
            double value, List<T> resamples, ToDoubleFunction<T> number, double part) {
        double[] sorted = resamples.stream().mapToDouble(number).sorted().toArray();
        return new Estimate(
                value,
                Math.min(value, quantile(sorted, (1 - part) / 2)),
                Math.max(value, quantile(sorted, (1 + part) / 2)));
    }

    /// Between neighbours in proportion.
    static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// The same for any order.
    static double quantileOf(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return quantile(sorted, part);
    }
}
