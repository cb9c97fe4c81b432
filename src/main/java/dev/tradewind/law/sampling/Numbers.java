package dev.tradewind.law.sampling;

/// Refusals of numbers that mean nothing.
final class Numbers {

    private Numbers() {}

    /// A finite number more than 0.
    static double positive(double number, String what) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(
                    "%s is a number more than 0, not %s".formatted(what, number));
        }
        return number;
    }

    /// A finite number of at least 0.
    static double least(double number, String what) {
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(
                    "%s is a number of at least 0, not %s".formatted(what, number));
        }
        return number;
    }

    /// A number from 0 to 1.
    static double share(double number, String what) {
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException(
                    "%s is a number from 0 to 1, not %s".formatted(what, number));
        }
        return number;
    }

    /// A chance that is not 0: more than 0, at most 1.
    static double chance(double number, String what) {
        if (!(number > 0 && number <= 1)) {
            throw new IllegalArgumentException(
                    "%s is a chance more than 0 and at most 1, not %s".formatted(what, number));
        }
        return number;
    }
}
