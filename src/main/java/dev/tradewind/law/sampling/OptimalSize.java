package dev.tradewind.law.sampling;

/// Which size reaches an improvement at the least cost: the root of `a g N^-g = chi c / (c + e)`,
/// where success grows as fast as cost. Derived here.
///
/// @param law how success grows with size
/// @param cost of a proposal
/// @param evaluation cost of evaluating one proposal, the share that is never evaluated taken off;
///   0 or more, in the unit of `cost`
public record OptimalSize(SuccessLaw law, PowerCost cost, double evaluation) {

    public OptimalSize {
        Numbers.least(evaluation, "an evaluation's cost");
    }

    /// The size of least [#costToImprove(double)]; there is exactly one.
    public double size() {
        return evaluation == 0 ? withoutEvaluation() : Crossing.of(this::slope, guess());
    }

    private double guess() {
        return Math.max(withoutEvaluation(), Double.MIN_NORMAL);
    }

    /// How much faster success grows than cost, in per cent by per cent.
    double slope(double size) {
        return law.elasticity(size) - cost.chi() * cost.share(size, evaluation);
    }

    /// Where evaluation is free: `(a g / chi)^(1/g)`.
    public double withoutEvaluation() {
        return Math.pow(law.a() * law.g() / cost.chi(), 1 / law.g());
    }

    /// Approximately, where evaluation costs far more than proposals: `(a g e / (chi kappa))^(1/(g
    /// + chi))`.
    public double withDearEvaluation() {
        double ratio = law.a() * law.g() * evaluation / (cost.chi() * cost.kappa());
        return Math.pow(ratio, 1 / (law.g() + cost.chi()));
    }

    /// `J = (c + e) / p`: expected cost of one improvement by proposals of equal odds.
    public double costToImprove(double size) {
        return Math.exp(logCost(size));
    }

    private double logCost(double size) {
        return Math.log(cost.of(size) + evaluation) + law.logLoss(size);
    }

    /// By how many per cent the best size grows with one per cent dearer evaluation.
    public double byEvaluation() {
        double evaluated = 1 - cost.share(size(), evaluation);
        return evaluated / (law.g() + cost.chi() * evaluated);
    }

    /// By how many per cent the best size grows with one per cent more of `a`: with difficulty.
    public double byDifficulty() {
        return 1 / (law.g() + cost.chi() * (1 - cost.share(size(), evaluation)));
    }

    /// What a size beside the best costs on top, as a share: 0.05 for five per cent.
    public double regret(double size) {
        return Math.expm1(logCost(size) - logCost(size()));
    }

    /// The same to second order, `½ (chi² s (1 - s) + g chi s) ln²(N / N*)`, equal in both
    /// directions.
    public double curvature(double logDistance) {
        double share = cost.share(size(), evaluation);
        double chi = cost.chi();
        double bend = chi * chi * share * (1 - share) + law.g() * chi * share;
        return bend * logDistance * logDistance / 2;
    }
}
