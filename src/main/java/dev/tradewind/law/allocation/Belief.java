package dev.tradewind.law.allocation;

/// What an allocator believes of a rung at a moment.
///
/// @param success chance that its next proposal beats its island's best
/// @param low bound of that chance: it is below with 10 % probability
/// @param high bound of it: above with 10 % probability
/// @param gain expected of a proposal that does
/// @param cost expected of a proposal, with its evaluation
/// @param share of the proposals it would be given from now on, 0 to 1
public record Belief(
        String rung,
        double success,
        double low,
        double high,
        double gain,
        double cost,
        double share) {

    /// Gain to be expected per unit of cost.
    public double worth() {
        return success * gain / cost;
    }
}
