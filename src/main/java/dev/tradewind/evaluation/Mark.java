package dev.tradewind.evaluation;

/// A value of an objective that a task may name, or not.
public sealed interface Mark {

    /// Nothing was named.
    record None() implements Mark {}

    /// It was named.
    ///
    /// @param value finite, in the objective's unit
    record At(double value) implements Mark {

        /// @throws IllegalArgumentException when it is not finite
        public At {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a mark is a finite number, not " + value);
            }
        }
    }

    /// The value where one was named, otherwise another.
    default double or(double otherwise) {
        return switch (this) {
            case None _ -> otherwise;
            case At(double value) -> value;
        };
    }
}
