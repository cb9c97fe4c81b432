package dev.tradewind.law.allocation;

import org.apache.commons.math3.special.Gamma;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Rates of several rungs that lean on one law: a Gamma–Poisson model whose mean is a law with
/// unknown parameters, these on a fixed grid (empirical Bayes).
///
/// With `S` successes in an exposure `E`, a law that gives the rate `m(θ)` and a relative spread
/// `τ` around it: `S ~ Poisson(E p)`, `p ~ Gamma(k, r)`, `k = 1/τ²`, `r = k/m(θ)`. Given `θ`, `p`
/// is again `Gamma(k + S, r + E)`; `S` is negative binomial, which weighs `θ`: `ln w(θ) = Σ
/// lnΓ(k+S) - lnΓ(k) + k ln r - (k+S) ln(r+E)` over rungs. The gamma, not a beta of fixed weight:
/// with that, a rate of 1 % would have the shape 0.08 and draws that are now and then huge.
///
/// A change of one rung costs one logarithm per cell: the others' terms are kept.
final class RateGrid {

    /// Evidence, in nats, that may wait (assumed: far less than would change a decision).
    private static final double SLACK = 0.2;

    private final double shape;
    private final double[][] rates;
    private final double[][] logRates;
    private final double[][] logSums;
    private final double[][] inverses;
    private final double[][] evidence;
    private final Cumulants[] logs;
    private final double[] successes;
    private final double[] exposures;
    private final double[] prior;
    private final double[] gammas;
    private final double[] weights;
    private final double[] logWeights;
    private final double[] means;
    private final double[] slopes;
    private final double[] pending;
    private boolean stale;

    /// @param sizes of the rungs, over the smallest
    RateGrid(LawCells cells, double spread, double[] sizes) {
        int rungs = sizes.length;
        List<LawCells.Cell> all = cells.cells();
        shape = 1 / (spread * spread);
        rates = new double[rungs][];
        logRates = new double[rungs][];
        logSums = new double[rungs][all.size()];
        inverses = new double[rungs][all.size()];
        logs = new Cumulants[rungs];
        evidence = new double[rungs][all.size()];
        prior = all.stream().mapToDouble(LawCells.Cell::logWeight).toArray();
        successes = new double[rungs];
        exposures = new double[rungs];
        gammas = new double[rungs];
        weights = new double[all.size()];
        logWeights = new double[all.size()];
        means = new double[rungs];
        slopes = new double[rungs];
        pending = new double[rungs];
        for (int rung = 0; rung < rungs; rung++) {
            double size = sizes[rung];
            rates[rung] = all.stream().mapToDouble(cell -> shape / cell.rate(size)).toArray();
            logRates[rung] = Arrays.stream(rates[rung]).map(Math::log).toArray();
            set(rung, 0, 0);
        }
    }

    /// Replaces what is known of a rung. Failures too few to move the evidence by more than
    /// [#SLACK] nats are kept aside: they count against the rung itself at once, but weigh the law
    /// only when they have become more.
    ///
    /// @return whether the law was weighed anew
    boolean update(int rung, double newSuccesses, double newExposure) {
        double more = newExposure - exposures[rung];
        boolean little =
                newSuccesses == successes[rung]
                        && more >= 0
                        && more * (shape + newSuccesses) <= SLACK * (shape + newExposure);
        if (little) {
            pending[rung] = more;
        } else {
            set(rung, newSuccesses, newExposure);
        }
        return !little;
    }

    private void set(int rung, double newSuccesses, double newExposure) {
        pending[rung] = 0;
        successes[rung] = newSuccesses;
        exposures[rung] = newExposure;
        gammas[rung] = Gamma.logGamma(shape + newSuccesses) - Gamma.logGamma(shape);
        double total = shape + newSuccesses;
        for (int cell = 0; cell < weights.length; cell++) {
            double logSum = Math.log(rates[rung][cell] + newExposure);
            logSums[rung][cell] = logSum;
            inverses[rung][cell] = 1 / (rates[rung][cell] + newExposure);
            evidence[rung][cell] = shape * logRates[rung][cell] - total * logSum;
        }
        stale = true;
    }

    /// Expected rate.
    ///
    /// @param more exposure without a success, as if it had been seen on top
    double mean(int rung, double more) {
        weigh();
        double aside = more + pending[rung];
        return means[rung] / (1 + aside * slopes[rung]);
    }

    /// Cumulants of the logarithm of the rate: it is that of a `Gamma(k + S)` less that of `r + E`,
    /// which are independent.
    Cumulants logRate(int rung) {
        double now = mean(rung, 0);
        return logs[rung].shifted(Math.log(now / means[rung]));
    }

    private Cumulants logRateAnew(int rung) {
        return Cumulants.logGamma(shape + successes[rung])
                .minus(Cumulants.of(logSums[rung], weights));
    }

    /// A rate of each rung, drawn jointly: the law first, then each around it.
    double[] draw(RandomGenerator random) {
        weigh();
        int cell = cell(random.nextDouble());
        double[] drawn = new double[successes.length];
        for (int rung = 0; rung < drawn.length; rung++) {
            drawn[rung] =
                    Draws.gamma(shape + successes[rung], random)
                            / (rates[rung][cell] + exposures[rung] + pending[rung]);
        }
        return drawn;
    }

    private int cell(double luck) {
        double sum = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            sum += weights[cell];
            if (luck < sum) {
                return cell;
            }
        }
        return weights.length - 1;
    }

    /// Expected rates of all rungs if one had one more success, or one more failure.
    double[] meansAfter(int asked, double exposure, boolean success) {
        weigh();
        double[] by = new double[weights.length];
        double chance = exposure * (shape + successes[asked]);
        double sum = 0;
        for (int cell = 0; cell < by.length; cell++) {
            double rate = Math.min(1, chance * inverses[asked][cell]);
            by[cell] = weights[cell] * (success ? rate : 1 - rate);
            sum += by[cell];
        }
        double[] after = new double[successes.length];
        for (int rung = 0; rung < after.length; rung++) {
            double total = shape + successes[rung] + (rung == asked && success ? 1 : 0);
            double more = rung == asked ? exposure : 0;
            after[rung] = total * inverse(rung, more, by) / sum;
        }
        return after;
    }

    /// By how much, relatively, a mean falls with more exposure.
    private double slope(int rung) {
        double first = 0;
        double second = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            double inverse = inverses[rung][cell];
            first += weights[cell] * inverse;
            second += weights[cell] * inverse * inverse;
        }
        return second / first;
    }

    /// Mean of `1 / (r + E)`.
    private double inverse(int rung, double more, double[] by) {
        double sum = 0;
        for (int cell = 0; cell < by.length; cell++) {
            double inverse = inverses[rung][cell];
            sum += by[cell] * (more == 0 ? inverse : inverse / (1 + more * inverse));
        }
        return sum;
    }

    /// Logarithm of the chance of what a rung did, as foretold from all other rungs.
    double leftOut(int rung) {
        weigh();
        double[] others = new double[weights.length];
        double[] with = new double[weights.length];
        for (int cell = 0; cell < others.length; cell++) {
            others[cell] = logWeights[cell] - evidence[rung][cell];
            with[cell] = logWeights[cell];
        }
        return gammas[rung] + logSum(with) - logSum(others);
    }

    private static double logSum(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }

    private void weigh() {
        if (stale) {
            System.arraycopy(prior, 0, logWeights, 0, prior.length);
            for (double[] one : evidence) {
                for (int cell = 0; cell < logWeights.length; cell++) {
                    logWeights[cell] += one[cell];
                }
            }
            double total = logSum(logWeights);
            for (int cell = 0; cell < weights.length; cell++) {
                weights[cell] = Math.exp(logWeights[cell] - total);
            }
            for (int rung = 0; rung < means.length; rung++) {
                slopes[rung] = slope(rung);
                means[rung] = (shape + successes[rung]) * inverse(rung, 0, weights);
                logs[rung] = logRateAnew(rung);
            }
            stale = false;
        }
    }
}
