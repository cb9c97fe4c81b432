package dev.tradewind.cli;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Split;
import dev.tradewind.report.Figures;
import dev.tradewind.search.Assembly;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// What a plan's budget buys, by a few evaluations of the seed on this machine.
///
/// @param evaluations about so many
/// @param each clock time of one, compiling included
/// @param together evaluations at the same time
record Price(Budget budget, long evaluations, Duration each, int together) {

    private static final int WARM_UP = 5;
    private static final int FEWEST = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);
    private static final MathContext ABOUT = new MathContext(2, RoundingMode.HALF_UP);

    /// One evaluation.
    record Cost(Duration wall, Duration cpu) {}

    /// Measures; the seed must have a score.
    static Price of(Assembly assembly, Campaign campaign) {
        int cores = ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors();
        return of(measured(assembly), campaign.budget(), Math.min(campaign.jobs(), cores));
    }

    static Price of(Cost cost, Budget budget, int together) {
        double least =
                budget.limits().stream()
                        .mapToDouble(limit -> bought(limit, cost, together))
                        .min()
                        .orElseThrow();
        long about = BigDecimal.valueOf(Math.floor(least)).round(ABOUT).longValue();
        return new Price(budget, about, cost.wall(), together);
    }

    private static Cost measured(Assembly assembly) {
        for (int warm = 0; warm < WARM_UP; warm++) {
            seed(assembly);
        }
        Duration cpu = Duration.ZERO;
        long begun = System.nanoTime();
        int count = 0;
        while (count < FEWEST || System.nanoTime() - begun < LONG_ENOUGH.toNanos()) {
            cpu = cpu.plus(seed(assembly).cpu());
            count++;
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - begun);
        return new Cost(wall.dividedBy(count), cpu.dividedBy(count));
    }

    private static Evaluation seed(Assembly assembly) {
        return assembly.evaluate(assembly.task().task().seed(), Split.TRAINING);
    }

    /// Breeding asks no model: money and tokens are never the limit.
    private static double bought(Limit limit, Cost cost, int together) {
        return switch (limit) {
            case Limit.Evaluations(long count) -> count;
            case Limit.Wall(Duration time) -> together * ratio(time, cost.wall());
            case Limit.Cpu(Duration time) -> ratio(time, cost.cpu());
            case Limit.Money _, Limit.Tokens _ -> Double.POSITIVE_INFINITY;
        };
    }

    private static double ratio(Duration time, Duration one) {
        return (double) time.toNanos() / Math.max(1, one.toNanos());
    }

    /// One sentence.
    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s buys about %s evaluations (%.1f ms each, %d at a time)",
                budget,
                Figures.count(evaluations),
                each.toNanos() / 1e6,
                together);
    }
}
