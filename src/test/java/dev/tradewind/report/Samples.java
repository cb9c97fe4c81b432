package dev.tradewind.report;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.law.allocation.Band;
import dev.tradewind.law.allocation.Belief;
import dev.tradewind.law.allocation.Forecast;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.program.Program;
import dev.tradewind.search.Outcome.Replayed;
import dev.tradewind.search.Prospect;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small run made up for tests.
final class Samples {

    static final Program PROGRAM =
            Program.of("Rule.java", "class Rule {\n    double f(double x) { return x; }\n}\n");

    private static final RunDocument.Best BEST =
            new RunDocument.Best("0123456789", Map.of("excess", 3.284), Map.of("excess", 3.1));

    private static final Cost FREE = Cost.of(Spend.NONE);

    private static final Proposed BRED =
            new Proposed(
                    new Spend(
                            37_285,
                            Duration.ofMillis(60_210),
                            Duration.ofMillis(98_700),
                            Charge.NONE),
                    List.of(
                            new RungResult(
                                    "breeding",
                                    null,
                                    1,
                                    37_285,
                                    37_285,
                                    31_000,
                                    90,
                                    700,
                                    40,
                                    9,
                                    FREE)),
                    null,
                    List.of(),
                    Cost.of(Spend.ofEvaluation(Duration.ofMillis(40))),
                    null);

    private Samples() {}

    static RunDocument document() {
        return document(State.FINISHED);
    }

    static RunDocument document(State state) {
        return document(state, state == State.NO_VALID_CANDIDATE ? null : BEST, BRED);
    }

    /// Breeding and a model.
    static RunDocument laddered() {
        Cost small = Cost.of(Spend.ofModels(charge("1.84", 180_000, 30_000)));
        Proposed proposed =
                new Proposed(
                        Spend.ofModels(charge("1.84", 180_000, 30_000)),
                        List.of(
                                new RungResult(
                                        "breeding", null, 0.9, 900, 900, 800, 40, 60, 5, 3, FREE),
                                new RungResult(
                                        "small", "s-8b", 0.1, 110, 95, 90, 8, 9, 4, 2, small)),
                        law(),
                        List.of(new PromptResult("patch", 110, 95, 8, small)),
                        Cost.of(Spend.ofModels(charge("0.0246", 2_000, 580))),
                        null);
        return document(State.FINISHED, BEST, proposed);
    }

    private static @Nullable LawResult law() {
        Belief bred = new Belief("breeding", 0.012, 0.008, 0.017, 0.03, 0.0005, 0.95);
        Belief small = new Belief("small", 0.05, 0.001, 0.12, 0.03, 0.004, 0.05);
        Forecast next = new Forecast(0.1, new Band(2.4, 1, 4), new Band(0.07, 0.01, 0.15));
        return LawResult.of(new Prospect(Policy.LAW, List.of(bred, small), next));
    }

    /// A best program that was never run on the validation instances.
    static RunDocument unvalidated() {
        return document(
                State.INTERRUPTED,
                new RunDocument.Best("0123456789", Map.of(), Map.of("excess", 3.1)),
                BRED);
    }

    static RunDocument replayed() {
        Replayed replay = new Replayed(false, 40, 7, "ran out of recordings at flight 41");
        return document(
                State.FINISHED,
                BEST,
                new Proposed(BRED.spend(), BRED.rungs(), null, List.of(), null, replay));
    }

    /// Calls of a model.
    private static Charge charge(String usd, long input, long output) {
        return new Charge(
                new Usd(new BigDecimal(usd)),
                new Usd(new BigDecimal("0.02")),
                new Usage(input, input * 5 / 9, output, 0),
                1e15,
                Duration.ofMinutes(4),
                120,
                3);
    }

    /// What a document tells of those who proposed.
    private record Proposed(
            Spend spend,
            List<RungResult> rungs,
            @Nullable LawResult law,
            List<PromptResult> prompts,
            @Nullable Cost descent,
            @Nullable Replayed replay) {}

    private static RunDocument document(
            State state, RunDocument.@Nullable Best best, Proposed proposed) {
        Objective excess = Objective.minimise("excess", "%");
        return new RunDocument(
                RunDocument.SCHEMA,
                "results/bin-packing/001",
                "bin-packing",
                state,
                7,
                "60 s",
                0,
                37_285,
                List.of(RunDocument.Aim.of(excess)),
                best,
                null,
                baselines(),
                inOrder("or1-u120", 4.994, "or3-u500", 3.28),
                Map.of("best fit", inOrder("or1-u120", 5.81, "or3-u500", 5.37)),
                Outcomes.of(
                        31_000, Map.of(FailureCause.DUPLICATE, 6_000L, FailureCause.FUEL, 285L)),
                Spent.of(proposed.spend()),
                proposed.rungs(),
                proposed.law(),
                proposed.prompts(),
                proposed.descent(),
                proposed.replay(),
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
                "bubblewrap",
                List.of());
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
