package dev.tradewind.search;

import dev.tradewind.law.allocation.Belief;
import dev.tradewind.law.allocation.Forecast;
import dev.tradewind.law.allocation.Policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is believed of a ladder's rungs, and what more budget would buy.
///
/// @param policy that decides which rung is asked
/// @param beliefs in the order of the ladder, costs as parts of the budget; none from a policy that
///   believes nothing
/// @param next what [#PART] of the budget is expected to buy from now on; null when the policy
///   foretells nothing
public record Prospect(Policy policy, List<Belief> beliefs, @Nullable Forecast next) {

    /// The unit of budget that forecasts are for: a tenth of the whole.
    public static final double PART = 0.1;

    public Prospect {
        beliefs = List.copyOf(beliefs);
    }
}
