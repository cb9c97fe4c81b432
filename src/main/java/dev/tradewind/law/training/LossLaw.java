package dev.tradewind.law.training;

/// The loss of a model of N parameters trained on D tokens, `L = E + A·N^-α + B·D^-β` (Hoffmann et
/// al. 2022, arXiv:2203.15556, approach 3).
///
/// @param floor E, which no model reaches; at least 0
/// @param size A and α
/// @param tokens B and β
public record LossLaw(double floor, Power size, Power tokens) {

    public LossLaw {
        Positive.orZero("floor", floor);
    }

    /// Loss in nats per token.
    public double loss(TrainingPlan plan) {
        return floor + size.at(plan.parameters()) + tokens.at(plan.tokens());
    }

    /// How the size grows with compute where training alone counts: `a = β/(α+β)` in `N ∝ C^a`.
    public double sizeGrowth() {
        return tokens.exponent() / (size.exponent() + tokens.exponent());
    }

    /// The plan of least loss at a training compute.
    ///
    /// @param flop more than 0
    public TrainingPlan optimum(double flop) {
        return ofProduct(Positive.required("compute", flop) / TrainingPlan.FLOP);
    }

    /// The plan of least loss among those of its own compute, whose model is of this size.
    public TrainingPlan optimumOfSize(double parameters) {
        Positive.required("parameters", parameters);
        return ofProduct(Math.pow(parameters / balance(), 1 / sizeGrowth()));
    }

    /// The plan of least training compute that reaches a loss.
    public TrainingPlan optimumOfLoss(double loss) {
        return reaching(loss, Math.log(tokens.exponent() / size.exponent()));
    }

    private TrainingPlan ofProduct(double product) {
        double parameters = balance() * Math.pow(product, sizeGrowth());
        return new TrainingPlan(parameters, product / parameters);
    }

    /// G of the paper.
    private double balance() {
        double ratio = size.exponent() * size.scale() / (tokens.exponent() * tokens.scale());
        return Math.pow(ratio, 1 / (size.exponent() + tokens.exponent()));
    }

    /// The plan that reaches a loss with a share of what is above the floor left by the size, and
    /// the rest by the tokens.
    ///
    /// @param logit of that share: `ln(share / (1 - share))`
    TrainingPlan reaching(double loss, double logit) {
        double above = reachable(loss) - floor;
        return new TrainingPlan(
                size.inverse(above / (1 + Math.exp(-logit))),
                tokens.inverse(above / (1 + Math.exp(logit))));
    }

    /// The loss itself when some model of more than one parameter and token has it.
    ///
    /// @throws IllegalArgumentException for one that none reaches
    double reachable(double loss) {
        double worst = loss(new TrainingPlan(1, 1));
        if (!(loss > floor) || !(loss < worst)) {
            throw new IllegalArgumentException(
                    ("a loss of %s nats per token is none that this law speaks of: it has more"
                                    + " than %s, which no model reaches, and less than %s")
                            .formatted(loss, floor, worst));
        }
        return loss;
    }

    /// The tokens with which a model of this size reaches a loss.
    ///
    /// @throws IllegalArgumentException when it never does
    public TrainingPlan withSize(double parameters, double loss) {
        double left = reachable(loss) - floor - size.at(Positive.required("size", parameters));
        if (!(left > 0)) {
            throw new IllegalArgumentException(
                    "%s parameters never reach a loss of %s; more than %s are needed"
                            .formatted(parameters, loss, size.inverse(loss - floor)));
        }
        return new TrainingPlan(parameters, tokens.inverse(left));
    }
}
