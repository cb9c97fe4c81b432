package dev.tradewind.cli;

import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.BudgetReader;
import dev.tradewind.cli.PlanDocument.Bought;
import dev.tradewind.cli.PlanDocument.Optimum;
import dev.tradewind.cli.PlanDocument.Step;
import dev.tradewind.cli.PlanDocument.Wanted;
import dev.tradewind.law.sampling.LadderPlan;
import dev.tradewind.law.sampling.LadderPlan.Priced;
import dev.tradewind.law.sampling.Odds;
import dev.tradewind.law.sampling.PriorLaw;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// Makes a plan of a ladder.
///
/// @param lawSource where the prior's centre comes from
/// @param growth of gains by size, see [LadderPlan]
record PlanMaker(PlanLadder ladder, PriorLaw prior, String lawSource, double growth) {

    private static final int FEWEST = 2;

    /// Sizes of published models reach from 12 million to 70 billion; two orders of magnitude
    /// beyond, their laws are no guide.
    private static final double SMALLEST = 0.012 / 100;

    private static final double LARGEST = 70 * 100;

    /// @param by the unit that decides; null for dollars where any are asked, seconds otherwise
    /// @param budget empty for none
    /// @param demand improvements wanted; 0 for none
    PlanDocument plan(@Nullable PlanUnit by, String budget, double demand) {
        if (ladder.rungs() == 1) {
            return only();
        }
        if (ladder.sized().size() < FEWEST) {
            throw new UsageException(tooFew());
        }
        Map<PlanUnit, LadderPlan> plans = plans();
        PlanUnit unit = unit(by, plans);
        LadderPlan plan = plans.get(unit);
        if (plan == null) {
            throw new UsageException(
                    "--by: in %s neither proposals nor evaluations cost anything, so no rung is dear."
                            .formatted(unit));
        }
        return new PlanDocument(
                PlanDocument.SCHEMA,
                plan.best(),
                plan.mixture(ladder.beside()),
                plan.regret(plan.best()).low(),
                plan.regret(plan.best()).high(),
                plan.savingAgainstLargest().value(),
                unit.toString(),
                optima(plans),
                prior.centre(),
                lawSource,
                ladder.beside(),
                budget.isEmpty() ? null : bought(budget, plans),
                demand == 0 ? null : wanted(demand, plans),
                assumptions(),
                notes(plans));
    }

    private PlanDocument only() {
        List<String> names = new ArrayList<>(ladder.beside());
        ladder.sized().forEach(rung -> names.add(rung.name()));
        String rung = names.getFirst();
        SequencedMap<String, Double> all = new LinkedHashMap<>(Map.of(rung, 1.0));
        return new PlanDocument(
                PlanDocument.SCHEMA,
                rung,
                all,
                0,
                0,
                0,
                "",
                Collections.emptyNavigableMap(),
                null,
                "none: nothing is compared",
                ladder.beside(),
                null,
                null,
                List.of(),
                List.of(
                        ("%s is the only rung: there is nothing to choose, and whether another"
                                        + " would be worth more cannot be concluded")
                                .formatted(rung)));
    }

    private String tooFew() {
        return "the ladder has %s of known size, and the law compares rungs by size: two are needed. Of %s it can be concluded nothing beforehand; a run finds out what they are worth. Maybe \"size\" of a model can be given, such as \"8 B\"."
                .formatted(
                        ladder.sized().isEmpty() ? "no model" : "one model",
                        String.join(", ", ladder.beside()));
    }

    private Map<PlanUnit, LadderPlan> plans() {
        Map<PlanUnit, LadderPlan> plans = new EnumMap<>(PlanUnit.class);
        for (PlanUnit unit : PlanUnit.values()) {
            if (ladder.costs(unit)) {
                plans.put(unit, new LadderPlan(ladder.priced(unit), prior, growth));
            }
        }
        return plans;
    }

    private PlanUnit unit(@Nullable PlanUnit by, Map<PlanUnit, LadderPlan> plans) {
        if (by != null) {
            return by;
        }
        return ladder.paid() && plans.containsKey(PlanUnit.USD) ? PlanUnit.USD : PlanUnit.SECONDS;
    }

    private static SequencedMap<String, Optimum> optima(Map<PlanUnit, LadderPlan> plans) {
        SequencedMap<String, Optimum> optima = new LinkedHashMap<>();
        plans.forEach((unit, plan) -> optima.put(unit.toString(), optimum(unit, plan)));
        return optima;
    }

    private static Optimum optimum(PlanUnit unit, LadderPlan plan) {
        List<Step> steps =
                plan.ladder().stream()
                        .map(
                                rung ->
                                        new Step(
                                                rung.rung(),
                                                rung.size(),
                                                rung.proposal(),
                                                rung.evaluation(),
                                                plan.regret(rung.rung())))
                        .toList();
        return new Optimum(
                unit.sign(),
                plan.best(),
                plan.regret(plan.best()),
                plan.savingAgainstLargest(),
                steps);
    }

    /// By the first of its limits that is reached.
    private Bought bought(String budget, Map<PlanUnit, LadderPlan> plans) {
        List<Limit> limits;
        try {
            limits = BudgetReader.parse(budget).limits();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--budget: " + wrong.getMessage());
        }
        return limits.stream()
                .map(limit -> bought(limit, plans))
                .min((a, b) -> Double.compare(a.proposals(), b.proposals()))
                .orElseThrow();
    }

    private Bought bought(Limit limit, Map<PlanUnit, LadderPlan> plans) {
        return switch (limit) {
            case Limit.Money(var amount) ->
                    bought(limit, plans.get(PlanUnit.USD), amount.amount().doubleValue());
            case Limit.Wall(var time) ->
                    bought(limit, plans.get(PlanUnit.SECONDS), time.toMillis() / 1e3);
            case Limit.Cpu(var time) ->
                    counted(limit, time.toMillis() / 1e3 / evaluation(PlanUnit.SECONDS));
            case Limit.Evaluations(long count) -> counted(limit, count);
            case Limit.Tokens(long count) ->
                    counted(limit, (double) count / ladder.assumed().usage().total());
        };
    }

    private double evaluation(PlanUnit unit) {
        double cost = ladder.assumed().evaluation().getOrDefault(unit, 0.0);
        if (cost > 0) {
            return cost;
        }
        throw new UsageException("--budget: evaluations are said to cost nothing, so none is used.");
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
                ladder.priced(PlanUnit.SECONDS).stream()
                        .map(rung -> new Priced(rung.rung(), rung.size(), 1, 0))
                        .toList();
        return bought(limit, new LadderPlan(equal, prior, growth), proposals);
    }

    private static Wanted wanted(double improvements, Map<PlanUnit, LadderPlan> plans) {
        SequencedMap<String, Double> cost = new LinkedHashMap<>();
        SequencedMap<String, Double> largest = new LinkedHashMap<>();
        plans.forEach(
                (unit, plan) -> {
                    cost.put(unit.toString(), improvements * cost(plan, LadderPlan::best));
                    largest.put(unit.toString(), improvements * cost(plan, LadderPlan::largest));
                });
        return new Wanted(improvements, cost, largest);
    }

    private static double cost(
            LadderPlan plan, java.util.function.Function<LadderPlan, String> rung) {
        ToDoubleFunction<String> each = name -> plan.choice().named(name).costToImprove();
        return each.applyAsDouble(rung.apply(plan));
    }

    private List<String> assumptions() {
        List<String> all = new ArrayList<>(ladder.assumed().sentences());
        all.add(
                "an improvement gains %s"
                        .formatted(
                                growth == 0
                                        ? "as much from every rung"
                                        : "more from a larger rung, as size to the " + growth));
        return all;
    }

    private List<String> notes(Map<PlanUnit, LadderPlan> plans) {
        List<String> notes = new ArrayList<>(ladder.upsideDown());
        if (!ladder.beside().isEmpty()) {
            notes.add(
                    "%s: no size is known, so nothing is concluded; the mixture tries them"
                            .formatted(String.join(", ", ladder.beside())));
        }
        ladder.sized().stream()
                .filter(rung -> PlanLadder.billions(rung) < SMALLEST || PlanLadder.billions(rung) > LARGEST)
                .forEach(
                        rung ->
                                notes.add(
                                        "%s is more than two orders of magnitude from all published sizes"
                                                .formatted(rung.name())));
        if (plans.values().stream().map(LadderPlan::best).distinct().count() > 1) {
            notes.add("the best rung depends on what is counted: see all three");
        }
        return notes;
    }
}
