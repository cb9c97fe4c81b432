package dev.tradewind.law.sampling;

/// What a proposal of a rung costs and is likely to bring.
///
/// @param rung its name
/// @param cost of a proposal and its evaluation, the share that is never evaluated taken off: `c +
///   sigma e`; more than 0
/// @param success chance that it is an improvement; more than 0
/// @param gain expected of an improvement; more than 0
public record Odds(String rung, double cost, double success, double gain) {

    public Odds {
        Numbers.positive(cost, "rung " + rung + ": a cost");
        Numbers.chance(success, "rung " + rung + ": success");
        Numbers.positive(gain, "rung " + rung + ": a gain");
    }

    /// `J`: expected cost of its first improvement.
    public double costToImprove() {
        return cost / success;
    }

    /// `rho`: expected gain per unit of cost.
    public double worth() {
        return success * gain / cost;
    }

    /// The same rung judged by a checker that lets false improvements pass.
    ///
    /// @param falseAccept chance that a proposal that is none passes for an improvement
    /// @param loss what such a one costs, in the unit of gains
    /// @return gain per unit of cost, less than 0 where the rung does more harm than good
    public double worthUnder(double falseAccept, double loss) {
        Numbers.share(falseAccept, "the chance of a false accept");
        Numbers.least(loss, "the loss of a false accept");
        return (success * gain - falseAccept * (1 - success) * loss) / cost;
    }

    /// Share of what passes such a checker that is an improvement: no number of proposals raises it
    /// (arXiv:2411.17501).
    public double precisionUnder(double falseAccept) {
        Numbers.share(falseAccept, "the chance of a false accept");
        return success / (success + falseAccept * (1 - success));
    }
}
