package dev.tradewind.law.training;

import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.DiagonalMatrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Coefficients of least Huber loss: quadratic up to `delta`, linear beyond, so that runs that went
/// wrong do not pull. Found by least squares after least squares, each with the weights that the
/// residuals of the one before say.
///
/// @param delta residual of the log loss at which a run begins to count less
/// @param scale the objective is multiplied by this: 1 sums over the runs. The answer does not
///   depend on it
/// @param settled ends when a round lessens the objective by a smaller share than this
record HuberFit(double delta, double scale, double settled) {

    /// As Hoffmann et al. and Besiroglu et al. have it.
    static final HuberFit USUAL = new HuberFit(1e-3, 1, 1e-12);

    /// Plain least squares of the log loss.
    static final HuberFit SQUARES = new HuberFit(Double.MAX_VALUE, 1, 1e-12);

    /// Exact enough for a resample, whose own error is far larger.
    static final HuberFit QUICK = new HuberFit(1e-3, 1, 1e-7);

    private static final double[] EXPONENTS = {0.2, 0.5, 0.9};
    private static final double[] FLOORS = {0.5, 0.9};
    private static final int ROUNDS = 300;
    private static final int STEPS = 1000;

    /// The best from each of many starts.
    ///
    /// @param counts how often each run counts
    double[] fit(RunCloud cloud, double... counts) {
        return DoubleStream.of(FLOORS)
                .boxed()
                .flatMap(floor -> starts(cloud, floor))
                .map(start -> fit(cloud, start, counts))
                .min(Comparator.comparingDouble(found -> objective(cloud, found, counts)))
                .orElseThrow();
    }

    private static Stream<double[]> starts(RunCloud cloud, double floor) {
        return DoubleStream.of(EXPONENTS)
                .boxed()
                .flatMap(
                        size ->
                                DoubleStream.of(EXPONENTS)
                                        .mapToObj(tokens -> cloud.start(floor, size, tokens)));
    }

    /// The best that is found from one start.
    double[] fit(RunCloud cloud, double[] start, double... counts) {
        double[] found = start;
        double reached = objective(cloud, found, counts);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = step(cloud, found, weights(cloud, found, counts));
            double now = objective(cloud, next, counts);
            if (!(now < reached)) {
                return found;
            }
            boolean last = reached - now <= settled * reached;
            found = next;
            reached = now;
            if (last) {
                return found;
            }
        }
        return found;
    }

    private static double[] step(RunCloud cloud, double[] start, double... weights) {
        try {
            return new LevenbergMarquardtOptimizer()
                    .optimize(
                            new LeastSquaresBuilder()
                                    .start(start)
                                    .model(cloud)
                                    .target(cloud.losses())
                                    .weight(new DiagonalMatrix(weights, false))
                                    .maxEvaluations(STEPS)
                                    .maxIterations(STEPS)
                                    .build())
                    .getPoint()
                    .toArray();
        } catch (ConvergenceException
                | TooManyEvaluationsException
                | TooManyIterationsException _) {
            return start;
        }
    }

    private double[] weights(RunCloud cloud, double[] coefficients, double... counts) {
        double[] weights = cloud.residuals(coefficients);
        for (int at = 0; at < weights.length; at++) {
            double size = Math.abs(weights[at]);
            weights[at] = scale * counts[at] * (size <= delta ? 1 : delta / size);
        }
        return weights;
    }

    /// What is to be as small as can be.
    double objective(RunCloud cloud, double[] coefficients, double... counts) {
        double[] residuals = cloud.residuals(coefficients);
        double sum = 0;
        for (int at = 0; at < residuals.length; at++) {
            double size = Math.abs(residuals[at]);
            double huber = size <= delta ? size * size / 2 : delta * (size - delta / 2);
            sum += counts[at] * huber;
        }
        return scale * sum;
    }

    /// Each of so many runs once.
    static double[] once(int runs) {
        double[] counts = new double[runs];
        Arrays.fill(counts, 1);
        return counts;
    }
}
