package dev.tradewind.report;

import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.journal.Improvement;
import dev.tradewind.journal.Landing.Evaluated;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How good the best program was after so many evaluations.
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
    /// @param value of the first objective on the validation instances
    public record Point(long evaluations, double value) {}

    /// The curve of one line of a run; empty when that had no evaluations.
    ///
    /// @param start what the seed reached on the validation instances
    public static Curve of(RunRecord record, Line line, Scores start) {
        long evaluations = record.spend(line).evaluations();
        if (evaluations == 0) {
            return EMPTY;
        }
        List<Point> points = new ArrayList<>(List.of(new Point(0, start.first())));
        record.champions(line).stream().flatMap(Curve::point).forEach(points::add);
        return new Curve(points, evaluations);
    }

    private static Stream<Point> point(Improvement improvement) {
        return improvement.flight().landing() instanceof Evaluated evaluated
                        && evaluated.validation() instanceof Validation.Done(Scored held, var _)
                ? Stream.of(new Point(improvement.evaluations(), held.scores().first()))
                : Stream.empty();
    }
}
