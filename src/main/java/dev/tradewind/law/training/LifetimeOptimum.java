package dev.tradewind.law.training;

/// The cheapest way to a quality beside the one that counts training alone. Both follow from the
/// same law, and both reach the same loss.
///
/// @param cost by which it is cheapest
/// @param plan the cheapest
/// @param baseline the plan of least training compute
public record LifetimeOptimum(LifetimeCost cost, TrainingPlan plan, TrainingPlan baseline) {

    public static LifetimeOptimum of(LossLaw law, double loss, LifetimeCost cost) {
        return new LifetimeOptimum(cost, cost.cheapest(law, loss), law.optimumOfLoss(loss));
    }

    /// Tokens of training in those of the baseline.
    public double dataRatio() {
        return plan.tokens() / baseline.tokens();
    }

    /// Share of the baseline's cost that is saved.
    public double saving() {
        return saved() / cost.of(baseline);
    }

    /// What is saved, in FLOP of training.
    public double saved() {
        return cost.of(baseline) - cost.of(plan);
    }

    /// By what share the baseline costs more than the plan.
    public double baselineExcess() {
        return saved() / cost.of(plan);
    }

    /// Operations of using the planned model.
    ///
    /// @param tokens read and written
    public double inferenceFlop(double tokens) {
        return LifetimeCost.FLOP * plan.parameters() * tokens;
    }
}
