package dev.tradewind.law.sampling;

/// What a proposal costs by the size of its model: `c = kappa N^chi`.
///
/// @param kappa cost at size 1, in the unit of all other costs; more than 0
/// @param chi 1 for arithmetic; less where a fixed part or a flat price list counts; more than 0
public record PowerCost(double kappa, double chi) {

    public PowerCost {
        Numbers.positive(kappa, "kappa");
        Numbers.positive(chi, "chi");
    }

    public double of(double size) {
        return kappa * Math.pow(size, chi);
    }

    /// The proposer's part of the cost of a proposal and its evaluation, 0 to 1.
    public double share(double size, double evaluation) {
        double proposal = of(size);
        return Double.isInfinite(proposal) ? 1 : proposal / (proposal + evaluation);
    }
}
