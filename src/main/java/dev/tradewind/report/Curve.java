package dev.tradewind.report;

import dev.tradewind.archive.ParetoFront;
import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evolution.Fronts;
import dev.tradewind.journal.Improvement;
import dev.tradewind.journal.Landing.Evaluated;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How good what was found was after so many evaluations: with one objective the value of the best
/// program, with several the hypervolume of the front.
///
/// @param points improvements only, in the order they were made
/// @param evaluations how many there were in all: how far the last value reaches
public record Curve(List<Point> points, long evaluations) {

    public static final Curve EMPTY = new Curve(List.of(), 0);

    public Curve {
        points = List.copyOf(points);
    }

    /// One improvement.
    ///
    /// @param evaluations how many had settled, this one included; 0 for the seed
    /// @param value on the validation instances
    public record Point(long evaluations, double value) {}

    /// The curve of one line of a run; empty when that had no evaluations.
    ///
    /// @param start what the seed reached on the validation instances
    public static Curve of(RunRecord record, Line line, Scores start) {
        long evaluations = record.spend(line).evaluations();
        if (evaluations == 0) {
            return EMPTY;
        }
        Preference preference = record.header().preference();
        var kind = new ParetoFront.Kind<Scores>(preference, one -> one, preference);
        var front = new ParetoFront<>(kind, Reference.of(preference, start), Fronts.CAPACITY);
        front.offer(start);
        List<Point> points = new ArrayList<>(List.of(new Point(0, height(preference, front))));
        for (Improvement step : record.champions(line)) {
            validated(step)
                    .ifPresent(
                            scores -> {
                                front.offer(scores);
                                points.add(
                                        new Point(step.evaluations(), height(preference, front)));
                            });
        }
        return new Curve(points, evaluations);
    }

    private static double height(Preference preference, ParetoFront<Scores> front) {
        return preference.several() ? front.hypervolume() : front.first().first();
    }

    /// What a step reached on validation.
    static Optional<Scores> validated(Improvement step) {
        return step.flight().landing() instanceof Evaluated evaluated
                        && evaluated.validation() instanceof Validation.Done(Scored held, var _)
                ? Optional.of(held.scores())
                : Optional.empty();
    }
}
