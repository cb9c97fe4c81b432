package dev.tradewind.law.allocation;

import java.util.random.RandomGenerator;

/// Random numbers of the distributions beliefs have.
final class Draws {

    private Draws() {}

    /// From a Gamma distribution of scale 1 (Marsaglia and Tsang, 2000).
    ///
    /// @param shape more than 0
    static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            double luck = 1 - random.nextDouble();
            return gamma(shape + 1, random) * Math.pow(luck, 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            double cube = v * v * v;
            if (v > 0
                    && Math.log(1 - random.nextDouble())
                            < x * x / 2 + d * (1 - cube) + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}
