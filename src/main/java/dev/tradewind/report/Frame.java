package dev.tradewind.report;

import dev.tradewind.evaluation.Direction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The range of values a picture shows: every level and both lines' last values lie in it. Early
/// values far outside are cut off, so that a hopeless start does not flatten what matters.
///
/// @param low bottom of the picture
/// @param high top of the picture
record Frame(double low, double high) {

    private static final double MARGIN = 0.12;

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
        double span = high > low ? high - low : Math.max(Math.abs(high), 1);
        double far = 2 * MARGIN * span;
        double near = MARGIN * span;
        return direction == Direction.MINIMISE
                ? new Frame(low - near, high + far)
                : new Frame(low - far, high + near);
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
