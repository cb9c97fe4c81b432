package dev.tradewind.cli;

import dev.tradewind.cli.PlanDocument.Bought;
import dev.tradewind.cli.PlanDocument.Optimum;
import dev.tradewind.cli.PlanDocument.Step;
import dev.tradewind.cli.PlanDocument.Wanted;
import dev.tradewind.law.sampling.Estimate;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Plot;
import dev.tradewind.report.Plot.Axis;
import dev.tradewind.report.Plot.Line;
import dev.tradewind.report.Plot.Point;
import dev.tradewind.report.Table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A plan as people read it.
final class PlanReport {

    private static final double PERCENT = 100;

    private PlanReport() {}

    static List<String> lines(PlanDocument plan) {
        List<String> lines = new ArrayList<>();
        if (plan.optima().isEmpty()) {
            lines.add("Ask " + plan.rung());
        } else {
            lines.add(headline(plan));
            lines.add(
                    "Mixture: %s; saving %s %%"
                            .formatted(mixture(plan.mixture()), percent(plan.mixtureSaving())));
            lines.add("");
            lines.addAll(optima(plan).text());
            lines.add("");
            lines.addAll(rungs(plan).text());
            lines.add("");
        }
        told(plan, lines);
        plan.assumptions().forEach(each -> lines.add("Assumed: " + each + "."));
        plan.notes().forEach(each -> lines.add("Note: " + each + "."));
        return lines;
    }

    private static String headline(PlanDocument plan) {
        return "Ask %s, counted in %s; regret %s to %s %% (80 %%), saving %s %% against the largest"
                .formatted(
                        plan.rung(),
                        plan.by(),
                        percent(plan.regretLow()),
                        percent(plan.regretHigh()),
                        percent(plan.savingAgainstLargest()));
    }

    private static void told(PlanDocument plan, List<String> lines) {
        Bought bought = plan.budget();
        if (bought != null) {
            lines.add(
                    "%s buys about %s proposals; on a task like the published ones %s improve, and"
                                    .formatted(
                                            bought.budget(),
                                            number(bought.proposals()),
                                            number(bought.improvements()))
                            + " the best is expected of %s.".formatted(bought.bestGainRung()));
        }
        Wanted wanted = plan.demand();
        if (wanted != null) {
            lines.add(
                    "%s improvements, on such a task: %s; by the largest rung: %s."
                            .formatted(
                                    number(wanted.improvements()),
                                    costs(wanted.cost(), plan.optima()),
                                    costs(wanted.costOfLargest(), plan.optima())));
        }
        if (plan.law() != null) {
            lines.add(
                    "Law: -ln p = %s + %s N^-%s, N in billions: %s."
                            .formatted(
                                    number(plan.law().e0()),
                                    number(plan.law().a()),
                                    number(plan.law().g()),
                                    plan.lawSource()));
        }
    }

    private static String costs(Map<String, Double> costs, Map<String, Optimum> optima) {
        return costs.entrySet().stream()
                .filter(each -> optima.containsKey(each.getKey()))
                .map(each -> number(each.getValue()) + " " + sign(each.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String sign(String unit) {
        return unit.equals("seconds") ? "s" : unit.toUpperCase(java.util.Locale.ROOT);
    }

    private static String mixture(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .map(each -> percent(each.getValue()) + " % " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static Table optima(PlanDocument plan) {
        return new Table(
                List.of("counted in", "ask", "regret %, 80 %", "saving against largest %, 80 %"),
                plan.optima().entrySet().stream()
                        .map(
                                each ->
                                        List.of(
                                                each.getKey(),
                                                each.getValue().rung(),
                                                band(each.getValue().regret()),
                                                band(each.getValue().saving())))
                        .toList());
    }

    private static Table rungs(PlanDocument plan) {
        Optimum decides = plan.optima().get(plan.by());
        List<Step> steps = decides == null ? List.of() : decides.rungs();
        String unit = decides == null ? "" : decides.unit();
        return new Table(
                List.of(
                        "rung",
                        "size B",
                        "proposal " + unit,
                        "evaluation " + unit,
                        "regret %, 80 %"),
                steps.stream()
                        .map(
                                step ->
                                        List.of(
                                                step.rung(),
                                                number(step.size()),
                                                number(step.proposal()),
                                                number(step.evaluation()),
                                                band(step.regret())))
                        .toList());
    }

    private static String band(Estimate estimate) {
        return "%s (%s to %s)"
                .formatted(
                        percent(estimate.value()),
                        percent(estimate.low()),
                        percent(estimate.high()));
    }

    /// Cost of an improvement by size, as a multiple of the best rung's, in every unit; with its
    /// band in the one that decides.
    static Plot plot(PlanDocument plan) {
        List<Plot.Series> series = new ArrayList<>();
        plan.optima()
                .forEach(
                        (unit, optimum) ->
                                series.add(
                                        new Line(
                                                unit.equals(plan.by())
                                                        ? unit + ", 80 % band"
                                                        : unit,
                                                points(optimum, unit.equals(plan.by())))));
        return new Plot(
                "Cost of an improvement by size",
                new Axis("size in billions of active parameters", true),
                new Axis("cost, best rung = 1", true),
                series);
    }

    private static List<Point> points(Optimum optimum, boolean banded) {
        return optimum.rungs().stream()
                .sorted(Comparator.comparingDouble(Step::size))
                .map(
                        step ->
                                banded
                                        ? banded(step)
                                        : Point.of(step.size(), 1 + step.regret().value()))
                .toList();
    }

    private static Point banded(Step step) {
        Estimate regret = step.regret();
        return new Point(step.size(), 1 + regret.value(), 1 + regret.low(), 1 + regret.high());
    }

    private static String percent(double share) {
        return Figures.value(Math.round(PERCENT * PERCENT * share) / PERCENT, "1");
    }

    private static String number(double value) {
        return Figures.value(value, "1");
    }
}
