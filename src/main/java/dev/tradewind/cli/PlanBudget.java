package dev.tradewind.cli;

import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.BudgetReader;
import dev.tradewind.cli.PlanDocument.Bought;
import dev.tradewind.law.sampling.LadderPlan;
import dev.tradewind.law.sampling.LadderPlan.Priced;
import dev.tradewind.law.sampling.Odds;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What a budget buys of a ladder's best rung.
///
/// @param plans by unit of cost
record PlanBudget(PlanMaker maker, Map<PlanUnit, LadderPlan> plans) {

    /// By the first of its limits that is reached.
    Bought bought(String budget) {
        List<Limit> limits;
        try {
            limits = BudgetReader.parse(budget).limits();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--budget: " + wrong.getMessage());
        }
        return limits.stream()
                .map(this::bought)
                .min((a, b) -> Double.compare(a.proposals(), b.proposals()))
                .orElseThrow();
    }

    private Bought bought(Limit limit) {
        return switch (limit) {
            case Limit.Money(var amount) ->
                    bought(limit, plans.get(PlanUnit.USD), amount.amount().doubleValue());
            case Limit.Wall(var time) ->
                    bought(limit, plans.get(PlanUnit.SECONDS), time.toMillis() / 1e3);
            case Limit.Cpu(var time) ->
                    counted(limit, time.toMillis() / 1e3 / evaluation(PlanUnit.SECONDS));
            case Limit.Evaluations(long count) -> counted(limit, (double) count);
            case Limit.Tokens(long count) ->
                    counted(limit, (double) count / maker.ladder().assumed().usage().total());
        };
    }

    private double evaluation(PlanUnit unit) {
        double cost = maker.ladder().assumed().evaluation().getOrDefault(unit, 0.0);
        if (cost > 0) {
            return cost;
        }
        throw new UsageException(
                "--budget: evaluations are said to cost nothing, so none is used.");
    }

    private static Bought bought(Limit limit, @Nullable LadderPlan plan, double amount) {
        if (plan == null) {
            throw new UsageException(
                    "--budget: %s is never reached: nothing costs any of it.".formatted(limit));
        }
        Odds best = plan.choice().best();
        double proposals = amount / best.cost();
        return new Bought(
                limit.toString(),
                proposals,
                proposals * best.success(),
                plan.choice().bestWithin(amount, 0).rung());
    }

    /// Every rung gets as many proposals: the likeliest is best.
    private Bought counted(Limit limit, double proposals) {
        List<Priced> equal =
                maker.ladder().priced(PlanUnit.SECONDS).stream()
                        .map(rung -> new Priced(rung.rung(), rung.size(), 1, 0))
                        .toList();
        return bought(limit, new LadderPlan(equal, maker.prior(), maker.growth()), proposals);
    }
}
