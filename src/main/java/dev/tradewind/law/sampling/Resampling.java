package dev.tradewind.law.sampling;

import org.apache.commons.math3.distribution.BinomialDistribution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Evidence as the law itself would have brought it, drawn and fitted again and again.
final class Resampling {

    /// A rate of 1 has no logarithm of `-ln p`.
    private static final double MOST = 1 - 1e-9;

    private final SuccessLaw law;
    private final List<Evidence> rows;
    private final RandomGenerator random;
    private final double spread;

    Resampling(SuccessLaw law, List<Evidence> rows, RandomGenerator random) {
        this.law = law;
        this.rows = rows;
        this.random = random;
        int numbers = CurveFit.sizes(rows) > CurveFit.FEW ? 3 : 2;
        double sum =
                rows.stream()
                        .mapToDouble(row -> row.residual(law.logLoss(row.size())))
                        .map(miss -> miss * miss)
                        .sum();
        spread = Math.sqrt(sum / Math.max(1, rows.size() - numbers));
    }

    /// Laws of so many draws, without those to which none could be fitted.
    ///
    /// @throws Inconclusive when that is most of them
    List<SuccessLaw> laws(int draws) {
        List<SuccessLaw> laws = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            try {
                laws.add(CurveFit.of(rows.stream().map(this::drawn).toList()));
            } catch (Inconclusive flat) {
                // Chance alone can hide the growth; what share of the draws it does, counts below.
            }
        }
        if (laws.size() < draws / 2) {
            throw new Inconclusive(
                    "success hardly grows with size: chance alone hides it in %d of %d draws."
                            .formatted(draws - laws.size(), draws));
        }
        return laws;
    }

    private Evidence drawn(Evidence row) {
        double chance = law.success(row.size());
        return switch (row) {
            case Evidence.Rate(double size, double _) ->
                    new Evidence.Rate(
                            size,
                            Math.min(MOST, chance * Math.exp(spread * random.nextGaussian())));
            case Evidence.Count(double size, long _, long trials) ->
                    new Evidence.Count(size, successes(trials, chance), trials);
        };
    }

    private long successes(long trials, double chance) {
        int most = (int) Math.min(trials, Integer.MAX_VALUE);
        return new BinomialDistribution(null, most, chance)
                .inverseCumulativeProbability(random.nextDouble());
    }
}
