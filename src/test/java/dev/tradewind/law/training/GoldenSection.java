package dev.tradewind.law.training;

import java.util.function.DoubleUnaryOperator;

/// The least value of a function with one valley, found without any knowledge of it.
final class GoldenSection {

    private static final double RATIO = (Math.sqrt(5) - 1) / 2;

    private GoldenSection() {}

    static double least(double low, double high, DoubleUnaryOperator function) {
        double from = low;
        double to = high;
        while (to - from > 1e-9 * Math.abs(to)) {
            double left = to - RATIO * (to - from);
            double right = from + RATIO * (to - from);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                to = right;
            } else {
                from = left;
            }
        }
        return (from + to) / 2;
    }
}
