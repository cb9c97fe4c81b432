package dev.tradewind.budget;

/// How large a model is: the parameters that take part in each token.
public sealed interface ModelSize {

    /// Floating-point operations of reading and writing: two for each active parameter and token
    /// that was not cached; 0 for an unknown size.
    double flops(Usage usage);

    /// A known size.
    ///
    /// @param parameters active ones, more than 0
    record Active(double parameters) implements ModelSize {
        public Active {
            if (!(parameters > 0) || Double.isInfinite(parameters)) {
                throw new IllegalArgumentException("a model has parameters, not " + parameters);
            }
        }

        @Override
        public double flops(Usage usage) {
            return 2 * parameters * (usage.uncached() + usage.output());
        }
    }

    /// The provider does not say.
    record Unknown() implements ModelSize {
        @Override
        public double flops(Usage usage) {
            return 0;
        }
    }
}
