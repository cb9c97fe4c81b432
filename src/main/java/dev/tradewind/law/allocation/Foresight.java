package dev.tradewind.law.allocation;

import org.apache.commons.math3.stat.StatUtils;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Foretells improvements by drawing from what is believed: rates from their posterior, then
/// improvements one after the other, each making the next one harder, as much as may be. Given
/// both, their number is Poisson; over all draws it is a mixture of negative binomials.
final class Foresight {

    /// Enough for bounds that are off by less than 2 % of their probability.
    private static final int DRAWS = 400;

    /// Improvements after which the rest is taken at its mean: the band is then narrow.
    private static final int MOST = 2_000;

    private final Outlook outlook;
    private final double[] shares;

    /// @param shares of the proposals each rung will have
    Foresight(Outlook outlook, double[] shares) {
        this.outlook = outlook;
        this.shares = shares;
    }

    Forecast over(double cost) {
        if (!(cost >= 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException(
                    "a cost to be spent is a number of at least 0, not %s".formatted(cost));
        }
        RandomGenerator random = new SplittableRandom(1);
        double proposals = cost / meanCost();
        double[] counts = new double[DRAWS];
        double[] gains = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Imagined world = outlook.chain().imagined(random);
            counts[draw] = count(world, proposals * mean(world.rates()), random);
            gains[draw] = gain(world.rates(), counts[draw], random);
        }
        return new Forecast(cost, band(counts), outlook.gains().known() ? band(gains) : null);
    }

    private double meanCost() {
        return mean(outlook.roster().each(outlook.costs()::mean));
    }

    private double mean(double[] values) {
        double sum = 0;
        for (int rung = 0; rung < values.length; rung++) {
            sum += shares[rung] * values[rung];
        }
        return sum;
    }

    /// @param exposure expected improvements if none became harder than the first of all
    private static double count(Imagined world, double exposure, RandomGenerator random) {
        double left = exposure;
        int count = 0;
        double now = world.now(count);
        while (count < MOST) {
            left -= -Math.log(1 - random.nextDouble()) / now;
            if (left < 0) {
                return count;
            }
            count++;
            now = world.now(count);
        }
        return count + left * now;
    }

    /// A sum of exponential gains, of the rungs in proportion to their improvements.
    private double gain(double[] rates, double count, RandomGenerator random) {
        double all = mean(rates);
        double mean = 0;
        for (int rung = 0; rung < rates.length; rung++) {
            double part = all > 0 ? shares[rung] * rates[rung] / all : shares[rung];
            mean += part * outlook.gains().draw(rung, random);
        }
        double unit = outlook.gains().level();
        return count > 0 ? unit * mean * Draws.gamma(count, random) : 0;
    }

    private static Band band(double[] draws) {
        Arrays.sort(draws);
        return new Band(StatUtils.mean(draws), draws[DRAWS / 10], draws[DRAWS - 1 - DRAWS / 10]);
    }
}
