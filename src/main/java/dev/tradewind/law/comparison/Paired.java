package dev.tradewind.law.comparison;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

import java.util.Arrays;

/// Differences between two who played the same games.
///
/// @param pairs how many games; at least 2
/// @param low of the 95 % interval of the mean, by Student's t: differences are taken to be about
///   normal
/// @param high of the same
/// @param above differences more than 0
/// @param below differences less than 0
/// @param sign two-sided probability of a split of signs as uneven as this or more, were either
///   sign as likely; it assumes nothing else, and 1 where no difference has a sign
public record Paired(
        int pairs, double mean, double low, double high, int above, int below, double sign) {

    /// Chosen: what intervals of 95 % leave out at either side.
    private static final double TAIL = 0.025;

    /// The mean of differences, how sure it is, and how their signs are split.
    ///
    /// @throws IllegalArgumentException when fewer than 2 are given, or one is no number
    public static Paired of(double[] differences) {
        require(differences);
        int pairs = differences.length;
        double mean = StatUtils.mean(differences);
        double error = Math.sqrt(StatUtils.variance(differences) / pairs);
        double reach = error * -new TDistribution(pairs - 1).inverseCumulativeProbability(TAIL);
        int above = (int) Arrays.stream(differences).filter(each -> each > 0).count();
        int below = (int) Arrays.stream(differences).filter(each -> each < 0).count();
        return new Paired(
                pairs, mean, mean - reach, mean + reach, above, below, sign(above, below));
    }

    private static void require(double[] differences) {
        if (differences.length < 2) {
            throw new IllegalArgumentException(
                    "an interval takes at least 2 differences, not %d"
                            .formatted(differences.length));
        }
        if (!Arrays.stream(differences).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "differences are numbers, not " + Arrays.toString(differences));
        }
    }

    private static double sign(int above, int below) {
        int signed = above + below;
        if (signed == 0) {
            return 1;
        }
        double tail =
                new BinomialDistribution(signed, 0.5).cumulativeProbability(Math.min(above, below));
        return Math.min(1, 2 * tail);
    }
}
