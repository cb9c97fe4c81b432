package dev.tradewind.bench.race;

import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Evaluated;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.Settlement;
import dev.tradewind.law.comparison.Reach;
import dev.tradewind.search.Outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What one run came to, as short as it can be kept.
///
/// @param plan digest of the run's plan, its seed and ladder included
/// @param points the best validation score so far, each step of it; the first is the seed program's
///   at 0 s
/// @param evaluations of all flights, those that landed after the budget was spent included
/// @param cpu processor seconds of the same
record Heat(
        String plan,
        String contestant,
        long seed,
        List<Point> points,
        long evaluations,
        double cpu) {

    Heat {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a run begins with the score of its seed program");
        }
    }

    /// A step.
    ///
    /// @param cpu processor seconds of all flights settled until then, in the order of settling
    /// @param value on the validation instances
    record Point(double cpu, double value) {}

    static Heat of(Race.Entry entry, Outcome outcome, RunRecord record) {
        List<Point> points = new ArrayList<>(List.of(new Point(0, outcome.start().first())));
        Duration[] spent = {Duration.ZERO};
        record.settlements(Line.SEARCH)
                .forEachOrdered(
                        settled -> {
                            Landing landing = landing(record, settled);
                            spent[0] = spent[0].plus(landing.spend().cpu());
                            if (settled.champion()) {
                                step(landing, spent[0], points);
                            }
                        });
        Spend spend = outcome.spend();
        return new Heat(
                entry.key(),
                entry.contestant().name(),
                entry.campaign().seed(),
                points,
                spend.evaluations(),
                seconds(spend.cpu()));
    }

    private static Landing landing(RunRecord record, Settlement settled) {
        return Objects.requireNonNull(record.landing(Line.SEARCH, settled.flight()));
    }

    private static void step(Landing landing, Duration spent, List<Point> points) {
        if (landing instanceof Evaluated evaluated
                && evaluated.validation() instanceof Validation.Done(Scored held, var _)) {
            points.add(new Point(seconds(spent), held.scores().first()));
        }
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /// The best validation score after so many processor seconds.
    double at(double horizon) {
        double value = points.getFirst().value();
        for (Point point : points) {
            if (point.cpu() <= horizon) {
                value = point.value();
            }
        }
        return value;
    }

    /// When a target was first met, up to the horizon. A run that ended before it had nothing more
    /// to propose, and is bounded by the horizon all the same.
    Reach reach(double target, Direction direction, double horizon) {
        return points.stream()
                .filter(point -> point.cpu() <= horizon)
                .filter(point -> !direction.better(target, point.value()))
                .findFirst()
                .map(point -> new Reach(point.cpu(), true))
                .orElseGet(() -> new Reach(horizon == Double.MAX_VALUE ? cpu : horizon, false));
    }
}
