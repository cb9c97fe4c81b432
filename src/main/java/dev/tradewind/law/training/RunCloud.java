package dev.tradewind.law.training;

import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Runs in logarithms, sizes and tokens about their means, and the log loss that a law of five
/// coefficients predicts for them: `ln(exp(a - α·n) + exp(b - β·d) + exp(e))`. About the means the
/// scales and exponents hardly hang together, which makes a fit quick.
final class RunCloud implements MultivariateJacobianFunction {

    /// Coefficients: a, b, e, α, β.
    static final int COEFFICIENTS = 5;

    private final double[] sizes;
    private final double[] tokens;
    private final double[] losses;
    private final double middleSize;
    private final double middleTokens;

    RunCloud(List<TrainingRun> runs) {
        sizes = logs(runs, TrainingRun::parameters);
        tokens = logs(runs, TrainingRun::tokens);
        losses = logs(runs, TrainingRun::loss);
        middleSize = centre(sizes);
        middleTokens = centre(tokens);
    }

    private static double[] logs(List<TrainingRun> runs, ToDoubleFunction<TrainingRun> value) {
        return runs.stream().mapToDouble(value).map(Math::log).toArray();
    }

    private static double centre(double... values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        for (int at = 0; at < values.length; at++) {
            values[at] -= mean;
        }
        return mean;
    }

    /// Log losses that were measured.
    double[] losses() {
        return losses;
    }

    /// Measured less predicted log losses.
    double[] residuals(double... coefficients) {
        RealVector at = new ArrayRealVector(coefficients, false);
        double[] slopes = new double[COEFFICIENTS];
        double[] residuals = losses.clone();
        for (int run = 0; run < residuals.length; run++) {
            residuals[run] -= predict(at, run, slopes);
        }
        return residuals;
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector coefficients) {
        double[][] slopes = new double[losses.length][];
        double[] predicted = new double[losses.length];
        for (int at = 0; at < predicted.length; at++) {
            double[] row = new double[COEFFICIENTS];
            predicted[at] = predict(coefficients, at, row);
            slopes[at] = row;
        }
        return Pair.create(
                new ArrayRealVector(predicted, false), new Array2DRowRealMatrix(slopes, false));
    }

    /// The log loss of a run, and its slopes by the coefficients.
    private double predict(RealVector coefficients, int at, double... slopes) {
        double fromSize = coefficients.getEntry(0) - coefficients.getEntry(3) * sizes[at];
        double fromTokens = coefficients.getEntry(1) - coefficients.getEntry(4) * tokens[at];
        double floor = coefficients.getEntry(2);
        double top = Math.max(floor, Math.max(fromSize, fromTokens));
        slopes[0] = Math.exp(fromSize - top);
        slopes[1] = Math.exp(fromTokens - top);
        slopes[2] = Math.exp(floor - top);
        double sum = slopes[0] + slopes[1] + slopes[2];
        for (int term = 0; term < 3; term++) {
            slopes[term] /= sum;
        }
        slopes[3] = -slopes[0] * sizes[at];
        slopes[4] = -slopes[1] * tokens[at];
        return top + Math.log(sum);
    }

    /// Coefficients from which to look for better ones.
    ///
    /// @param floor share of the least loss
    double[] start(double floor, double sizeExponent, double tokensExponent) {
        double least = Double.MAX_VALUE;
        double mean = 0;
        for (double loss : losses) {
            least = Math.min(least, Math.exp(loss));
            mean += Math.exp(loss) / losses.length;
        }
        double half = Math.log((mean - floor * least) / 2);
        return new double[] {half, half, Math.log(floor * least), sizeExponent, tokensExponent};
    }

    /// The law that coefficients mean, none when they mean none: a loss that does not fall.
    List<LossLaw> law(double... coefficients) {
        double size = Math.exp(coefficients[0] + coefficients[3] * middleSize);
        double data = Math.exp(coefficients[1] + coefficients[4] * middleTokens);
        boolean sound =
                coefficients[3] > 0
                        && coefficients[4] > 0
                        && size > 0
                        && data > 0
                        && size + data < Double.MAX_VALUE;
        return sound
                ? List.of(
                        new LossLaw(
                                Math.exp(coefficients[2]),
                                new Power(size, coefficients[3]),
                                new Power(data, coefficients[4])))
                : List.of();
    }
}
