package dev.tradewind.law.training;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

import java.util.stream.DoubleStream;

/// A value found from data, with the interval in which 95 % of the resamples lie.
///
/// @param error standard deviation of the resamples
public record Estimate(double value, double low, double high, double error) {

    /// Per cent of the resamples at either side.
    private static final double TAIL = 2.5;

    /// @param resampled the value in each resample, at least two
    static Estimate of(double value, DoubleStream resampled) {
        Percentile among = new Percentile().withEstimationType(EstimationType.R_7);
        double[] values = resampled.toArray();
        among.setData(values);
        return new Estimate(
                value,
                among.evaluate(TAIL),
                among.evaluate(100 - TAIL),
                Math.sqrt(StatUtils.variance(values)));
    }
}
