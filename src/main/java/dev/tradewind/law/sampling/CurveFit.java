package dev.tradewind.law.sampling;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.util.Pair;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Finds the success law nearest to some evidence: Levenberg–Marquardt from several starts, over
/// `ln a`, `ln g` and, with more than four sizes, `e0`. Sizes are taken relative to their geometric
/// mean on the way.
final class CurveFit {

    /// More sizes than these bear a floor besides scale and exponent.
    static final int FEW = 4;

    private static final double[] EXPONENTS = {0.1, 0.3, 0.6, 1.2, 2.4};
    private static final double LARGEST_LOG_SCALE = 20;
    private static final double LEAST_LOG_EXPONENT = -6;
    private static final double LARGEST_LOG_EXPONENT = 2.5;
    private static final double EDGE = 1.01;
    private static final double LEAST_GROWTH = 1e-3;
    private static final double STEP = 1e-5;
    private static final int MOST_STEPS = 2_000;

    private final List<Evidence> rows;
    private final double unit;
    private final double[] logSizes;
    private final double meanLoss;

    private CurveFit(List<Evidence> rows) {
        this.rows = rows;
        double middle = rows.stream().mapToDouble(row -> Math.log(row.size())).average().orElse(0);
        unit = Math.exp(middle);
        logSizes = rows.stream().mapToDouble(row -> Math.log(row.size()) - middle).toArray();
        meanLoss = rows.stream().mapToDouble(row -> -Math.log(row.rate())).average().orElse(1);
    }

    /// The law by as many numbers as the evidence bears. Few rates take the line through `ln(-ln
    /// p)` over `ln N`.
    ///
    /// @throws Inconclusive when success does not grow with size
    static SuccessLaw of(List<Evidence> rows) {
        SuccessLaw law = nearest(rows);
        if (flat(law, rows)) {
            throw falling();
        }
        return law;
    }

    private static SuccessLaw nearest(List<Evidence> rows) {
        if (sizes(rows) > FEW) {
            return new CurveFit(rows).withFloor();
        }
        return rows.stream().allMatch(Evidence.Rate.class::isInstance)
                ? line(rows)
                : withoutFloor(rows);
    }

    /// Whether the descent ended at the edge of what it may say: growth too slow to be any.
    private static boolean flat(SuccessLaw law, List<Evidence> rows) {
        DoubleSummaryStatistics losses =
                rows.stream().mapToDouble(row -> law.logLoss(row.size())).summaryStatistics();
        return law.g() < EDGE * Math.exp(LEAST_LOG_EXPONENT)
                || losses.getMax() - losses.getMin() < LEAST_GROWTH;
    }

    /// The law without a floor, by least squares of its residuals.
    static SuccessLaw withoutFloor(List<Evidence> rows) {
        return new CurveFit(rows).bare();
    }

    static long sizes(List<Evidence> rows) {
        return rows.stream().mapToDouble(Evidence::size).distinct().count();
    }

    private static SuccessLaw line(List<Evidence> rows) {
        SimpleRegression line = new SimpleRegression();
        rows.forEach(row -> line.addData(Math.log(row.size()), logLogLoss(row)));
        if (!(line.getSlope() < 0)) {
            throw falling();
        }
        return new SuccessLaw(0, Math.exp(line.getIntercept()), -line.getSlope());
    }

    private static double logLogLoss(Evidence row) {
        return Math.log(-Math.log(row.rate()));
    }

    private static Inconclusive falling() {
        return new Inconclusive(
                "success does not grow with size here: no law of growth can be fitted. What can be"
                        + " said: these sizes show no gain from a larger one.");
    }

    private SuccessLaw withFloor() {
        SuccessLaw bare = bare();
        Optional<RealVector> best =
                best(
                        DoubleStream.of(EXPONENTS)
                                .mapToObj(g -> new double[] {log(meanLoss / 2), log(g), floor()})
                                .toList());
        return best.map(RealVector::toArray)
                .filter(at -> at[2] > 0)
                .map(at -> new SuccessLaw(at[2], Math.exp(at[0]), Math.exp(at[1])))
                .map(law -> law.inUnitsOf(1 / unit))
                .orElse(bare);
    }

    private double floor() {
        return meanLoss / 4;
    }

    private SuccessLaw bare() {
        return best(DoubleStream.of(EXPONENTS)
                        .mapToObj(g -> new double[] {log(meanLoss), log(g)})
                        .toList())
                .map(at -> new SuccessLaw(0, Math.exp(at.getEntry(0)), Math.exp(at.getEntry(1))))
                .map(law -> law.inUnitsOf(1 / unit))
                .orElseThrow(CurveFit::falling);
    }

    private static double log(double number) {
        return Math.log(number);
    }

    private Optional<RealVector> best(List<double[]> starts) {
        return starts.stream()
                .flatMap(start -> descent(start).stream())
                .min(Comparator.comparingDouble(Optimum::getCost))
                .map(Optimum::getPoint);
    }

    /// None where the descent breaks down, which another start makes up for.
    private Optional<Optimum> descent(double[] start) {
        try {
            return Optional.of(
                    new LevenbergMarquardtOptimizer()
                            .optimize(
                                    new LeastSquaresBuilder()
                                            .start(start)
                                            .target(new double[rows.size()])
                                            .model(this::residuals)
                                            .parameterValidator(CurveFit::within)
                                            .maxEvaluations(MOST_STEPS)
                                            .maxIterations(MOST_STEPS)
                                            .build()));
        } catch (MathIllegalStateException lost) {
            return Optional.empty();
        }
    }

    private static RealVector within(RealVector at) {
        RealVector near = at.copy();
        near.setEntry(0, Math.clamp(at.getEntry(0), -LARGEST_LOG_SCALE, LARGEST_LOG_SCALE));
        near.setEntry(1, Math.clamp(at.getEntry(1), LEAST_LOG_EXPONENT, LARGEST_LOG_EXPONENT));
        return near;
    }

    private Pair<RealVector, RealMatrix> residuals(RealVector at) {
        double g = Math.exp(at.getEntry(1));
        double e0 = at.getDimension() > 2 ? at.getEntry(2) : 0;
        RealVector values = new ArrayRealVector(rows.size());
        RealMatrix slopes = new Array2DRowRealMatrix(rows.size(), at.getDimension());
        for (int row = 0; row < rows.size(); row++) {
            double removable = Math.exp(at.getEntry(0) - g * logSizes[row]);
            double slope = slope(rows.get(row), e0 + removable);
            values.setEntry(row, rows.get(row).residual(e0 + removable));
            slopes.setEntry(row, 0, slope * removable);
            slopes.setEntry(row, 1, -slope * removable * g * logSizes[row]);
            if (at.getDimension() > 2) {
                slopes.setEntry(row, 2, slope);
            }
        }
        return new Pair<>(values, slopes);
    }

    private static double slope(Evidence row, double logLoss) {
        return (row.residual(logLoss + STEP) - row.residual(logLoss - STEP)) / (2 * STEP);
    }
}
