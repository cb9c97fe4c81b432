package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Spend;

import java.time.Duration;

/// What a proposal costs, as a part of the budget: the parts it takes of each limit, added up, so
/// that whatever is scarce is dear and what nobody limited is free. A limit of clock time is taken
/// as so much processor time of each job, and so much time of each call.
///
/// A limit on evaluations counts every proposal, also those that never come to one: they took a
/// place in the air. Where models alone are limited, a proposal that asks none would be free and
/// crowd out all others; [#FREE] of them are then taken to be worth as much as the cheapest call.
///
/// @param jobs evaluations at the same time
/// @param calls of models at the same time, at least 1
/// @param call part of the budget the cheapest call takes; 0 without models
record Pricing(Budget budget, int jobs, int calls, double call) {

    /// Proposals without a model that count as one with; assumed.
    private static final int FREE = 20;

    Pricing withCall(double cheapest) {
        return new Pricing(budget, jobs, calls, cheapest);
    }

    /// The part of the budget a proposal took, with its evaluation.
    double of(Spend one) {
        double limits = budget.limits().stream().mapToDouble(limit -> part(limit, one)).sum();
        return modelsOnly() ? limits + call / FREE : limits;
    }

    private boolean modelsOnly() {
        return budget.limits().stream()
                .allMatch(limit -> limit instanceof Limit.Money || limit instanceof Limit.Tokens);
    }

    private double part(Limit limit, Spend one) {
        return switch (limit) {
            case Limit.Evaluations(long count) -> 1.0 / count;
            case Limit.Cpu(Duration time) -> ratio(one.cpu(), time);
            case Limit.Wall(Duration time) ->
                    ratio(one.cpu(), time) / jobs + ratio(one.models().inFlight(), time) / calls;
            case Limit.Money _, Limit.Tokens _ -> limit.fraction(one);
        };
    }

    private static double ratio(Duration some, Duration all) {
        return (double) some.toNanos() / all.toNanos();
    }
}
