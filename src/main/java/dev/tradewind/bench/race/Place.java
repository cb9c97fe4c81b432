package dev.tradewind.bench.race;

import dev.tradewind.law.comparison.CostRatio;
import dev.tradewind.law.comparison.Paired;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How a contestant did.
///
/// @param finals validation score of its best program when the budget was spent, seed by seed
/// @param difference of them from the reference's; null for the reference itself
/// @param better seeds on which it was better than the reference
/// @param worse seeds on which it was worse
/// @param reached seeds whose target it reached within the budget
/// @param ratio of its cost to reach the targets over the reference's; null for the reference, and
///   where too few seeds tell
/// @param bound what the ratio is a bound of; null where there is none
/// @param evaluations of a run, on average
/// @param cpuSeconds of a run, on average; those after the budget was spent included
public record Place(
        String contestant,
        List<Double> finals,
        double median,
        double mean,
        @Nullable Paired difference,
        int better,
        int worse,
        int reached,
        @Nullable CostRatio ratio,
        CostRatio.@Nullable Bound bound,
        double evaluations,
        double cpuSeconds) {

    public Place {
        finals = List.copyOf(finals);
    }
}
