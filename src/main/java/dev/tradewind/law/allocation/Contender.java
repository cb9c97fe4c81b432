package dev.tradewind.law.allocation;

/// A rung as an allocator sees it.
///
/// @param name of the rung
/// @param cost of one proposal and its evaluation as expected beforehand, in the unit in which
///   costs are observed; more than 0 and finite
/// @param share of the proposals it has where shares are fixed, in proportion to the others'; more
///   than 0
public record Contender(String name, Position position, double cost, double share) {

    public Contender {
        if (!(cost > 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException(
                    "rung %s: a cost expected beforehand is a number more than 0, not %s"
                            .formatted(name, cost));
        }
        if (!(share > 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException(
                    "rung %s: a share is a number more than 0, not %s".formatted(name, share));
        }
    }
}
