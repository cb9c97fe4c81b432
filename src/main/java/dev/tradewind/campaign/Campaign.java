package dev.tradewind.campaign;

import dev.tradewind.budget.Budget;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evolution.EvolutionSettings;
import dev.tradewind.proposer.breeding.BreedingSettings;

/// The plan of a run, every default written out.
///
/// @param name of the campaign file without ending, or of the task when there is none
/// @param seed everything random follows from it
/// @param jobs evaluations at the same time, 1 or more
/// @param order how flights settle
/// @param window flights planned ahead of the last settled one, 1 or more; in deterministic order a
///   part of the plan, so that the number of jobs changes nothing
/// @param baseline whether equally many random programs are evaluated for comparison
public record Campaign(
        String name,
        Task task,
        Budget budget,
        long seed,
        int jobs,
        Order order,
        int window,
        boolean baseline,
        EvolutionSettings evolution,
        BreedingSettings breeding) {

    /// How flights settle.
    public enum Order {
        /// By number: the same seed gives the same run whatever the timing.
        DETERMINISTIC,
        /// As they land; the order is recorded.
        EAGER
    }
}
