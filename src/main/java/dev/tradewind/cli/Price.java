package dev.tradewind.cli;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Usd;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Split;
import dev.tradewind.report.Figures;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.RungPrice;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a plan's budget buys, by a few evaluations of the seed on this machine.
///
/// @param evaluations about so many
/// @param each clock time of one, compiling included
/// @param together evaluations at the same time
/// @param ladder what proposing costs
record Price(Budget budget, long evaluations, Duration each, int together, LadderPrice ladder) {

    private static final int WARM_UP = 5;
    private static final int FEWEST = 5;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);
    private static final MathContext ABOUT = new MathContext(2, RoundingMode.HALF_UP);

    private static final long ENDLESS = Long.MAX_VALUE;

    /// One evaluation.
    ///
    /// @param together at the same time
    record Cost(Duration wall, Duration cpu, int together) {}

    /// Measures; the seed must have a score.
    static Price of(Assembly assembly, Campaign campaign, LadderPrice ladder) {
        int cores = ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors();
        int together = Math.min(campaign.jobs(), cores);
        return of(measured(assembly, together), campaign.budget(), ladder);
    }

    static Price of(Cost cost, Budget budget, LadderPrice ladder) {
        LadderPrice asked = ladder.within(budget);
        if (asked.shares().isEmpty()) {
            return new Price(budget, 0, cost.wall(), cost.together(), ladder);
        }
        double least =
                budget.limits().stream()
                        .mapToDouble(limit -> bought(limit, cost, asked))
                        .min()
                        .orElseThrow();
        return new Price(budget, about(least), cost.wall(), cost.together(), ladder);
    }

    /// With two digits. Money buys any number of proposals that are free.
    private static long about(double count) {
        return Double.isInfinite(count)
                ? ENDLESS
                : BigDecimal.valueOf(Math.floor(count)).round(ABOUT).longValue();
    }

    private static Cost measured(Assembly assembly, int together) {
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
        return new Cost(wall.dividedBy(count), cpu.dividedBy(count), together);
    }

    private static Evaluation seed(Assembly assembly) {
        return assembly.evaluate(assembly.task().task().seed(), Split.TRAINING);
    }

    /// Proposals whose time is known beforehand only: how long models take is not.
    private static double bought(Limit limit, Cost cost, LadderPrice ladder) {
        return switch (limit) {
            case Limit.Evaluations(long count) -> count;
            case Limit.Wall(Duration time) -> cost.together() * ratio(time, cost.wall());
            case Limit.Cpu(Duration time) -> ratio(time, cost.cpu());
            case Limit.Money(Usd amount) -> amount.amount().doubleValue() / ladder.usd();
            case Limit.Tokens(long count) -> count / ladder.tokens();
        };
    }

    private static double ratio(Duration time, Duration one) {
        return (double) time.toNanos() / Math.max(1, one.toNanos());
    }

    /// What the budget buys, and which models it never buys, a sentence each.
    List<String> sentences() {
        List<String> sentences = new ArrayList<>(List.of(buys()));
        ladder.models().stream()
                .filter(model -> !model.within(budget))
                .forEach(model -> sentences.add(tooDear(model)));
        return sentences;
    }

    private String buys() {
        if (evaluations == 0) {
            return budget + " buys no proposal";
        }
        if (endless()) {
            return budget + " is never spent: proposals of this ladder take nothing of it";
        }
        double millis = each.toNanos() / 1e6;
        String time = String.format(Locale.ROOT, "%.1f ms each, %d at a time", millis, together);
        return ladder.models().isEmpty()
                ? "%s buys about %s evaluations (%s)"
                        .formatted(budget, Figures.count(evaluations), time)
                : "%s buys about %s proposals: %s, if dealt out by the rungs' shares (evaluations %s)"
                        .formatted(budget, Figures.count(evaluations), parts(), time);
    }

    /// Whether no limit is ever reached.
    boolean endless() {
        return evaluations == ENDLESS;
    }

    private String parts() {
        return ladder.within(budget).shares().entrySet().stream()
                .map(
                        rung ->
                                "%s of %s"
                                        .formatted(
                                                Figures.count(about(evaluations * rung.getValue())),
                                                rung.getKey()))
                .collect(Collectors.joining(", "));
    }

    private String tooDear(RungPrice model) {
        return "%s is never asked: its proposals may cost %s USD and %s tokens, more than the budget"
                .formatted(
                        model.rung().name(),
                        Figures.money(model.most().money().amount()),
                        Figures.tokens(model.most().usage().total()));
    }
}
