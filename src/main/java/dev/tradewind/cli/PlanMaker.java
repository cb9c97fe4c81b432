package dev.tradewind.cli;

import dev.tradewind.cli.PlanDocument.Optimum;
import dev.tradewind.cli.PlanDocument.Step;
import dev.tradewind.cli.PlanDocument.Wanted;
import dev.tradewind.law.sampling.LadderPlan;
import dev.tradewind.law.sampling.PriorLaw;
import dev.tradewind.proposer.chat.ChatRung;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

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
                    ("--by: in %s neither proposals nor evaluations cost anything, so no rung"
                                    + " is dear.")
                            .formatted(unit));
        }
        return new PlanDocument(
                PlanDocument.SCHEMA,
                plan.best(),
                plan.mixture(ladder.beside()),
                plan.regret(plan.best()).low(),
                plan.regret(plan.best()).high(),
                plan.savingAgainstLargest().value(),
                plan.mixtureSaving(plan.mixture(ladder.beside())),
                unit.toString(),
                optima(plans),
                prior.centre(),
                lawSource,
                ladder.beside(),
                budget.isEmpty() ? null : new PlanBudget(this, plans).bought(budget),
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
        return ("the ladder has %s of known size, and the law compares rungs by size: two are"
                        + " needed. Of %s nothing can be concluded beforehand; a run finds out what"
                        + " they are worth. Maybe give a model's \"size\", such as \"8 B\".")
                .formatted(
                        ladder.sized().isEmpty() ? "no model" : "one model only",
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

    private static double cost(LadderPlan plan, Function<LadderPlan, String> rung) {
        return plan.choice().named(rung.apply(plan)).costToImprove();
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
        ladder.sized().stream().filter(PlanMaker::far).map(PlanMaker::warning).forEach(notes::add);
        if (plans.values().stream().map(LadderPlan::best).distinct().count() > 1) {
            notes.add("the best rung depends on what is counted: see all three");
        }
        return notes;
    }

    private static boolean far(ChatRung rung) {
        double size = PlanLadder.billions(rung);
        return size < SMALLEST || size > LARGEST;
    }

    private static String warning(ChatRung rung) {
        return rung.name() + " is more than two orders of magnitude from all published sizes";
    }
}
