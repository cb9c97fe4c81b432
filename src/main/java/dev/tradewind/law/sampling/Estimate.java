package dev.tradewind.law.sampling;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

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
        Percentile among = new Percentile().withEstimationType(EstimationType.R_7);
        among.setData(resamples.stream().mapToDouble(number).toArray());
        return new Estimate(
                value,
                Math.min(value, among.evaluate(50 * (1 - part))),
                Math.max(value, among.evaluate(50 * (1 + part))));
    }
}
