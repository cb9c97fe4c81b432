package dev.tradewind.campaign;

import dev.tradewind.budget.Budget;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evolution.EvolutionSettings;
import dev.tradewind.proposer.breeding.BreedingSettings;

import java.lang.management.ManagementFactory;

/// The plan of a run, every default written out.
///
/// @param name of the campaign file without ending, or of the task when there is none
/// @param until what ends it
/// @param seed everything random follows from it
/// @param jobs evaluations at the same time, 1 or more
/// @param order how flights settle
/// @param window flights planned ahead of the last settled one, 1 or more; in deterministic order a
///   part of the plan, so that the number of jobs changes nothing
/// @param baseline whether equally many random programs are evaluated for comparison
/// @param ladder who proposes
public record Campaign(
        String name,
        Task task,
        Budget budget,
        Until until,
        long seed,
        int jobs,
        Order order,
        int window,
        boolean baseline,
        Ladder ladder,
        EvolutionSettings evolution,
        BreedingSettings breeding) {

    /// Everything random follows from it unless a plan says otherwise.
    static final long SEED = 1;

    static final int WINDOW = 64;

    /// The usual plan for a task: seed 1, a job for each processor, deterministic, compared with
    /// random search.
    public static Campaign of(Task task, Budget budget) {
        return new Campaign(
                task.name(),
                task,
                budget,
                Until.BUDGET,
                SEED,
                processors(),
                Order.DETERMINISTIC,
                WINDOW,
                true,
                Ladder.usual(task),
                EvolutionSettings.DEFAULT,
                BreedingSettings.DEFAULT);
    }

    public Campaign withSeed(long other) {
        return new Campaign(
                name, task, budget, until, other, jobs, order, window, baseline, ladder, evolution,
                breeding);
    }

    public Campaign withBudget(Budget other) {
        return new Campaign(
                name, task, other, until, seed, jobs, order, window, baseline, ladder, evolution,
                breeding);
    }

    public Campaign withJobs(int other) {
        return new Campaign(
                name, task, budget, until, seed, other, order, window, baseline, ladder, evolution,
                breeding);
    }

    public Campaign ordered(Order other) {
        return new Campaign(
                name, task, budget, until, seed, jobs, other, window, baseline, ladder, evolution,
                breeding);
    }

    public Campaign withoutBaseline() {
        return new Campaign(
                name, task, budget, until, seed, jobs, order, window, false, ladder, evolution,
                breeding);
    }

    /// The same, other proposers.
    public Campaign withLadder(Ladder other) {
        return new Campaign(
                name, task, budget, until, seed, jobs, order, window, baseline, other, evolution,
                breeding);
    }

    /// The same, so many flights planned ahead.
    public Campaign withWindow(int other) {
        return new Campaign(
                name, task, budget, until, seed, jobs, order, other, baseline, ladder, evolution,
                breeding);
    }

    /// The same, ended by something else.
    public Campaign until(Until other) {
        return new Campaign(
                name, task, budget, other, seed, jobs, order, window, baseline, ladder, evolution,
                breeding);
    }

    static int processors() {
        return ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors();
    }

    /// How flights settle.
    public enum Order {
        /// By number: the same seed gives the same run whatever the timing.
        DETERMINISTIC,
        /// As they land; the order is recorded.
        EAGER
    }

    /// What ends a run.
    public enum Until {
        /// Its budget is spent.
        BUDGET,
        /// The same, or earlier: one program has reached all targets of the task on the validation
        /// instances, and meets all bounds there.
        TARGETS
    }
}
