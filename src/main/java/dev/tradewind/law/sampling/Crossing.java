package dev.tradewind.law.sampling;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

import java.util.function.DoubleUnaryOperator;

/// Where a function that crosses zero once does so, in the logarithm of its argument.
final class Crossing {

    private static final double ACCURACY = 1e-13;
    private static final int MOST_STEPS = 200;
    private static final double WIDEST = 600;

    private Crossing() {}

    /// The size at which `of` is zero.
    ///
    /// @param falling more than 0 left of the crossing and less than 0 right of it, given the size
    /// @param start a guess, more than 0
    /// @throws Inconclusive when it does not cross within e^600 of the guess
    static double of(DoubleUnaryOperator falling, double start) {
        DoubleUnaryOperator inLog = at -> falling.applyAsDouble(Math.exp(at));
        double middle = Math.log(start);
        if (inLog.applyAsDouble(middle) == 0) {
            return start;
        }
        boolean right = inLog.applyAsDouble(middle) > 0;
        double near = middle;
        for (double step = 0.5; step < WIDEST; step *= 2) {
            double far = middle + (right ? step : -step);
            double value = inLog.applyAsDouble(far);
            if (value == 0) {
                return Math.exp(far);
            }
            if (value > 0 != right) {
                return Math.exp(solved(inLog, Math.min(near, far), Math.max(near, far)));
            }
            near = far;
        }
        throw new Inconclusive("no size balances the two sides near %s".formatted(start));
    }

    private static double solved(DoubleUnaryOperator inLog, double low, double high) {
        return new BrentSolver(ACCURACY).solve(MOST_STEPS, inLog::applyAsDouble, low, high);
    }
}
