package dev.tradewind.law.training;

/// Checks of numbers at the door.
final class Positive {

    private Positive() {}

    /// The value itself when it is more than 0 and finite.
    static double required(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s: a finite number more than 0 is needed, not %s".formatted(what, value));
        }
        return value;
    }

    /// The value itself when it is at least 0 and finite.
    static double orZero(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s: a finite number of at least 0 is needed, not %s".formatted(what, value));
        }
        return value;
    }
}
