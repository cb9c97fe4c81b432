package dev.tradewind.report;

import dev.tradewind.evaluation.Direction;

import java.util.ArrayList;
import java.util.List;

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
    /// @param evaluations how many had settled, this one included
    /// @param value of the first objective on the validation instances
    public record Point(long evaluations, double value) {}

    /// Draws a curve from values in the order they became known, keeping improvements.
    public static final class Pen {

        private final Direction direction;
        private final List<Point> points = new ArrayList<>();
        private long evaluations;

        public Pen(Direction direction) {
            this.direction = direction;
        }

        /// One more evaluation, whatever came of it.
        public void evaluated() {
            evaluations++;
        }

        /// The value of a program validated by now.
        public void validated(double value) {
            if (points.isEmpty() || direction.better(value, points.getLast().value())) {
                points.add(new Point(evaluations, value));
            }
        }

        public Curve curve() {
            return new Curve(points, evaluations);
        }
    }
}
