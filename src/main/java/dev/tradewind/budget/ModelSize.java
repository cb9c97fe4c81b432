package dev.tradewind.budget;

import java.math.BigDecimal;

/// How large a model is: the parameters that take part in each token. `toString` gives the form
/// people write: `8 B`, `unknown`.
public sealed interface ModelSize {

    /// Floating-point operations of reading and writing: two for each active parameter and token
    /// that was not cached; 0 for an unknown size.
    double flops(Usage usage);

    /// A known size.
    ///
    /// @param parameters active ones, more than 0
    record Active(double parameters) implements ModelSize {

        private static final int BILLION = 9;

        public Active {
            if (!(parameters > 0) || Double.isInfinite(parameters)) {
                throw new IllegalArgumentException("a model has parameters, not " + parameters);
            }
        }

        @Override
        public double flops(Usage usage) {
            return 2 * parameters * (usage.uncached() + usage.output());
        }

        @Override
        public String toString() {
            return BigDecimal.valueOf(parameters)
                            .movePointLeft(BILLION)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " B";
        }
    }

    /// The provider does not say.
    record Unknown() implements ModelSize {
        @Override
        public double flops(Usage usage) {
            return 0;
        }

        @Override
        public String toString() {
            return "unknown";
        }
    }
}
