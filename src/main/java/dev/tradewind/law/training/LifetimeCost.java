package dev.tradewind.law.training;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// Cost of training a model and of using it, `6·N·D + 2·N·demand`, in FLOP of training (Sardana et
/// al. 2024, arXiv:2401.00448, equation 2).
///
/// @param demand tokens of use over the model's life, each counted as if a FLOP of use cost as much
///   as one of training ([Hardware#cost]); at least 0
public record LifetimeCost(double demand) {

    /// FLOP of use for each parameter and token: forward only.
    static final double FLOP = 2;

    private static final double PRECISION = 1e-14;
    private static final int STEPS = 1000;

    public LifetimeCost {
        Positive.orZero("demand", demand);
    }

    /// What a plan costs altogether.
    public double of(TrainingPlan plan) {
        return plan.flop() + FLOP * plan.parameters() * demand;
    }

    /// The cheapest plan that reaches a loss. Without demand that is the optimum of training alone;
    /// the more demand, the smaller the model and the longer its training.
    ///
    /// The share of the loss above its floor that the size leaves is the one unknown: the cost is
    /// least where `α·share / (β·(1 - share)) - 1 = demand / (3·D)`, of which the left side rises
    /// and the right side falls.
    public TrainingPlan cheapest(LossLaw law, double loss) {
        return law.reaching(loss, root(law, logit -> demand / (3 * tokens(law, loss, logit))));
    }

    private static double tokens(LossLaw law, double loss, double logit) {
        return law.reaching(loss, logit).tokens();
    }

    /// Where the gain of more training meets what it saves in use.
    ///
    /// @param saved demand in thrice the tokens of training, by the logit of the share
    static double root(LossLaw law, UnivariateFunction saved) {
        double ratio = law.size().exponent() / law.tokens().exponent();
        UnivariateFunction excess = logit -> ratio * Math.exp(logit) - 1 - saved.value(logit);
        double low = -Math.log(ratio);
        if (saved.value(low) == 0) {
            return low;
        }
        double width = 1;
        while (excess.value(low + width) < 0) {
            width *= 2;
        }
        return new BrentSolver(PRECISION, PRECISION).solve(STEPS, excess, low, low + width);
    }
}
