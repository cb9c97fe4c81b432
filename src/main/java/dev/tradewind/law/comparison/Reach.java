package dev.tradewind.law.comparison;

/// What it cost to reach a target.
///
/// @param cost until the target was reached or, where it was not, all that was spent: a lower bound
/// @param reached whether it was
public record Reach(double cost, boolean reached) {

    public Reach {
        if (!(cost >= 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException(
                    "a cost is a number of at least 0, not %s".formatted(cost));
        }
    }
}
