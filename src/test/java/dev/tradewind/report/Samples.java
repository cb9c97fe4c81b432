package dev.tradewind.report;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.program.Program;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small run made up for tests.
final class Samples {

    static final Program PROGRAM =
            Program.of("Rule.java", "class Rule {\n    double f(double x) { return x; }\n}\n");

    private Samples() {}

    static RunDocument document() {
        return document(State.FINISHED);
    }

    static RunDocument document(State state) {
        Objective excess = Objective.minimise("excess", "%");
        return new RunDocument(
                RunDocument.SCHEMA,
                "results/bin-packing/001",
                "bin-packing",
                state,
                7,
                "60 s",
                37_285,
                List.of(RunDocument.Aim.of(excess)),
                state == State.NO_VALID_CANDIDATE
                        ? null
                        : new RunDocument.Best(
                                "0123456789", Map.of("excess", 3.284), Map.of("excess", 3.1)),
                baselines(),
                inOrder("or1-u120", 4.994, "or3-u500", 3.28),
                Map.of("best fit", inOrder("or1-u120", 5.81, "or3-u500", 5.37)),
                Outcomes.of(
                        31_000, Map.of(FailureCause.DUPLICATE, 6_000L, FailureCause.FUEL, 285L)),
                Spent.of(
                        new Spend(
                                37_285,
                                Duration.ofMillis(60_210),
                                Duration.ofMillis(98_700),
                                Charge.NONE)),
                "c0ffee",
                "./tradewind run evaluators/bin-packing --seed 7");
    }

    static Curve search() {
        return new Curve(
                List.of(
                        new Curve.Point(0, 5.41),
                        new Curve.Point(120, 4.3),
                        new Curve.Point(20_000, 3.284)),
                37_285);
    }

    static Environment environment() {
        return new Environment(
                Environment.SCHEMA,
                "0.1.0",
                "25.0.3 Vendor",
                "Linux amd64",
                2,
                8_192,
                "bubblewrap");
    }

    private static Map<String, Map<String, Double>> baselines() {
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        baselines.put("first fit", Map.of("excess", 5.8));
        baselines.put("best fit", Map.of("excess", 5.41));
        baselines.put("random search", Map.of("excess", 4.1));
        return baselines;
    }

    private static Map<String, Double> inOrder(
            String one, double first, String two, double second) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }
}
