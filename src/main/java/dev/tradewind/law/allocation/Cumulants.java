package dev.tradewind.law.allocation;

import org.apache.commons.math3.special.Gamma;

/// The first four cumulants of a quantity.
record Cumulants(double mean, double variance, double third, double fourth) {

    /// Of what is always 0.
    static final Cumulants NOTHING = new Cumulants(0, 0, 0, 0);

    /// Above this, the asymptotic series of the polygamma functions is exact to ten digits.
    private static final double ASYMPTOTIC = 10;

    /// Of the logarithm of a Gamma variable of scale 1: the polygamma functions at its shape.
    static Cumulants logGamma(double shape) {
        return new Cumulants(
                Gamma.digamma(shape),
                Gamma.trigamma(shape),
                -2 * reciprocals(shape, 3),
                6 * reciprocals(shape, 4));
    }

    /// `Σ (x + n)^-s` over `n` from 0: the Hurwitz zeta function, by Euler and Maclaurin.
    private static double reciprocals(double from, int power) {
        double sum = 0;
        double x = from;
        while (x < ASYMPTOTIC) {
            sum += Math.pow(x, -power);
            x++;
        }
        double last = Math.pow(x, -power);
        return sum + x * last / (power - 1) + last / 2 + power * last / (12 * x);
    }

    /// Of values that have weights.
    ///
    /// @param weights that sum to 1
    static Cumulants of(double[] values, double[] weights) {
        double mean = 0;
        for (int at = 0; at < values.length; at++) {
            mean += weights[at] * values[at];
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int at = 0; at < values.length; at++) {
            double off = values[at] - mean;
            double square = weights[at] * off * off;
            second += square;
            third += square * off;
            fourth += square * off * off;
        }
        return new Cumulants(mean, second, third, fourth - 3 * second * second);
    }

    /// Of this less another that is independent of it.
    Cumulants minus(Cumulants other) {
        return new Cumulants(
                mean - other.mean,
                variance + other.variance,
                third - other.third,
                fourth + other.fourth);
    }

    /// Of this plus another that is independent of it.
    Cumulants plus(Cumulants other) {
        return new Cumulants(
                mean + other.mean,
                variance + other.variance,
                third + other.third,
                fourth + other.fourth);
    }

    /// Of this plus a number.
    Cumulants shifted(double by) {
        return new Cumulants(mean + by, variance, third, fourth);
    }

    /// The quantile that a standard normal variable has at `z`, by the expansion of Cornish and
    /// Fisher.
    double quantile(double z) {
        double sd = Math.sqrt(variance);
        double skew = third / (variance * sd);
        double excess = fourth / (variance * variance);
        double w =
                z
                        + skew * (z * z - 1) / 6
                        + excess * (z * z * z - 3 * z) / 24
                        - skew * skew * (2 * z * z * z - 5 * z) / 36;
        return mean + sd * w;
    }
}
