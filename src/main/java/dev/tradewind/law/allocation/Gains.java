package dev.tradewind.law.allocation;

import org.apache.commons.math3.special.Gamma;

import java.util.random.RandomGenerator;

/// How large improvements are, rung by rung.
///
/// Gains shrink as a search goes on, for all rungs alike; so each is taken relative to the level at
/// its time, a slow geometric mean of all. A rung's relative gain is exponential with a mean `b`,
/// `b ~ InverseGamma(α, α - 1)`: 1 beforehand, and the likelier to differ between rungs the smaller
/// `α`, which is weighed by how likely it makes what was seen. Single gains count for at most
/// [#MOST] levels: one lucky find says little of the next, but on bin packing the mean gain of
/// rungs that screen many offspring was eight times that of a single one, and that has to count.
final class Gains {

    /// From rungs that differ by half to rungs that are alike (assumed).
    private static final double[] SHAPES = {3, 6, 15, 50, 1000};

    /// Weight of a new gain in the level (assumed).
    private static final double STEP = 0.1;

    private static final double MOST = 20;

    private final double[] sums;
    private final int[] counts;
    private final double[] weights = new double[SHAPES.length];
    private double level;

    Gains(int rungs) {
        sums = new double[rungs];
        counts = new int[rungs];
        weigh();
    }

    /// Takes in a gain that is more than 0.
    void observe(int rung, double gain) {
        level = level == 0 ? gain : level * Math.pow(gain / level, STEP);
        sums[rung] += Math.min(MOST, gain / level);
        counts[rung]++;
        weigh();
    }

    /// Whether one was seen.
    boolean known() {
        return level > 0;
    }

    /// Of gains now; 0 as long as none was seen.
    double level() {
        return level;
    }

    /// Expected gain of a rung's next improvement, in its unit; 0 as long as none was seen.
    double mean(int rung) {
        return level * relative(rung);
    }

    /// The same relative to that of an unknown rung; 1 as long as none was seen.
    double relative(int rung) {
        double mean = 0;
        for (int at = 0; at < SHAPES.length; at++) {
            mean += weights[at] * (SHAPES[at] - 1 + sums[rung]) / (SHAPES[at] - 1 + counts[rung]);
        }
        return mean;
    }

    /// A mean relative gain, drawn.
    double draw(int rung, RandomGenerator random) {
        double luck = random.nextDouble();
        int at = 0;
        while (at < SHAPES.length - 1 && luck >= weights[at]) {
            luck -= weights[at];
            at++;
        }
        return (SHAPES[at] - 1 + sums[rung]) / Draws.gamma(SHAPES[at] + counts[rung], random);
    }

    private void weigh() {
        double most = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < SHAPES.length; at++) {
            weights[at] = likelihood(SHAPES[at]);
            most = Math.max(most, weights[at]);
        }
        double sum = 0;
        for (int at = 0; at < SHAPES.length; at++) {
            weights[at] = Math.exp(weights[at] - most);
            sum += weights[at];
        }
        for (int at = 0; at < SHAPES.length; at++) {
            weights[at] /= sum;
        }
    }

    private double likelihood(double shape) {
        double sum = 0;
        for (int rung = 0; rung < sums.length; rung++) {
            double n = counts[rung];
            sum += Gamma.logGamma(shape + n) - Gamma.logGamma(shape);
            sum += shape * Math.log(shape - 1) - (shape + n) * Math.log(shape - 1 + sums[rung]);
        }
        return sum;
    }
}
