package dev.tradewind.report;

import dev.tradewind.evaluation.Direction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The range of values a picture shows: every level and both lines' last values lie in it, and what
/// the lines were after a few hundredths of the evaluations unless that is far outside. Earlier
/// values are cut off, so that a hopeless start does not flatten what matters.
///
/// @param low bottom of the picture
/// @param high top of the picture
record Frame(double low, double high) {

    private static final double MARGIN = 0.12;

    /// Share of the evaluations from which on a line is of interest.
    private static final double EARLY = 0.03;

    /// How much wider early values may make the range: in ranges without them, or as a share of the
    /// value that is best in the end, which is more where both lines end alike.
    private static final double WIDER = 3;

    private static final double SHARE = 0.35;

    static Frame around(Direction direction, List<Curve> curves, Collection<Double> levels) {
        List<Double> shown = new ArrayList<>(levels);
        curves.stream()
                .filter(curve -> !curve.points().isEmpty())
                .map(curve -> curve.points().getLast().value())
                .forEach(shown::add);
        if (shown.size() == 1) {
            curves.stream().flatMap(Frame::starts).forEach(shown::add);
        }
        double low = values(shown).min().orElse(0);
        double high = values(shown).max().orElse(1);
        double needed = high > low ? high - low : Math.max(Math.abs(high), 1);
        DoubleStream early = curves.stream().flatMapToDouble(Frame::early);
        if (direction == Direction.MINIMISE) {
            double wider = Math.max(WIDER * needed, SHARE * Math.abs(low));
            high = Math.clamp(early.max().orElse(high), high, high + wider);
        } else {
            double wider = Math.max(WIDER * needed, SHARE * Math.abs(high));
            low = Math.clamp(early.min().orElse(low), low - wider, low);
        }
        double near = MARGIN * Math.max(needed, high - low);
        return direction == Direction.MINIMISE
                ? new Frame(low - near, high + 2 * near)
                : new Frame(low - 2 * near, high + near);
    }

    /// What a curve held when it began to be of interest.
    private static DoubleStream early(Curve curve) {
        return curve.points().stream()
                .filter(point -> point.evaluations() <= EARLY * curve.evaluations())
                .mapToDouble(Curve.Point::value)
                .reduce((_, later) -> later)
                .stream();
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /// The value itself, or the edge it lies beyond.
    double clamped(double value) {
        return Math.clamp(value, low, high);
    }

    private static Stream<Double> starts(Curve curve) {
        return curve.points().stream().limit(1).map(Curve.Point::value);
    }

    private static DoubleStream values(List<Double> shown) {
        return shown.stream().mapToDouble(Double::doubleValue);
    }
}
