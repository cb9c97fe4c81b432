package dev.tradewind.law.sampling;

import java.util.Comparator;
import java.util.List;

/// Refuses evidence that determines no law, and says what it does tell.
final class Enough {

    /// Upper end of a 95 % interval around no success at all, in trials.
    private static final double RULE_OF_THREE = 3;

    private Enough() {}

    /// Lets pass what determines a law.
    ///
    /// @throws Inconclusive saying what is missing
    static void check(List<Evidence> rows, int leastSizes) {
        if (rows.isEmpty()) {
            throw new Inconclusive("there are no rows, and so no law.");
        }
        if (rows.stream().map(Evidence::getClass).distinct().count() > 1) {
            throw new Inconclusive(
                    "rates and counts stand side by side, and how much a rate weighs is not known."
                            + " Give one kind.");
        }
        someSuccess(rows);
        long sizes = CurveFit.sizes(rows);
        if (sizes < leastSizes) {
            throw new Inconclusive(few(rows, sizes, leastSizes));
        }
    }

    private static void someSuccess(List<Evidence> rows) {
        long successes = 0;
        long trials = 0;
        for (Evidence row : rows) {
            switch (row) {
                case Evidence.Rate _ -> {
                    return;
                }
                case Evidence.Count count -> {
                    successes += count.successes();
                    trials += count.trials();
                }
            }
        }
        if (successes == 0) {
            throw new Inconclusive(
                    ("nothing succeeded in %d trials, so nothing tells sizes apart. What can be"
                                    + " said: with 95 %% confidence the mean chance is below %.2g.")
                            .formatted(trials, Math.min(1, RULE_OF_THREE / trials)));
        }
        if (successes == trials) {
            throw new Inconclusive(
                    "all %d trials succeeded, so nothing tells sizes apart.".formatted(trials));
        }
    }

    private static String few(List<Evidence> rows, long sizes, int least) {
        Comparator<Evidence> bySize = Comparator.comparingDouble(Evidence::size);
        Evidence first = rows.stream().min(bySize).orElseThrow();
        Evidence last = rows.stream().max(bySize).orElseThrow();
        String said =
                sizes == 1
                        ? "success there is about %.3g".formatted(first.rate())
                        : "success goes from %.3g at size %s to %.3g at size %s"
                                .formatted(first.rate(), first.size(), last.rate(), last.size());
        return ("%s: a curve through so few leaves nothing to test it by."
                        + " Give %d sizes or more. What can be said: %s.")
                .formatted(sizes == 1 ? "1 size" : sizes + " sizes", least, said);
    }
}
