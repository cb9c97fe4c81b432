package dev.tradewind.law.training;

/// How good a model is to be.
public sealed interface Quality {

    /// The loss it means under a law, in nats per token.
    double loss(LossLaw law);

    /// As good as this loss.
    record OfLoss(double value) implements Quality {
        @Override
        public double loss(LossLaw law) {
            return law.reachable(value);
        }
    }

    /// As good as a model of so many parameters that was trained with the tokens that are best for
    /// training alone, under the same law.
    record OfModel(double parameters) implements Quality {
        public OfModel {
            Positive.required("parameters of the model of that quality", parameters);
        }

        @Override
        public double loss(LossLaw law) {
            return law.loss(law.optimumOfSize(parameters));
        }
    }
}
