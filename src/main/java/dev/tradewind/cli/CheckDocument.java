package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Task;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `check --json` prints.
///
/// @param schema always [#SCHEMA]
/// @param ok whether everything came to what is expected
/// @param spared what the machine lacks and the task does without, one sentence each
/// @param examples the seed first
/// @param baselines objectives on validation by name; none for one that failed
/// @param price null when the seed has no score
/// @param rungs those that are language models
record CheckDocument(
        String schema,
        String task,
        boolean ok,
        String sandbox,
        List<String> spared,
        List<Line> examples,
        Map<String, Map<String, Double>> baselines,
        @Nullable Cost price,
        List<RungCheck> rungs) {

    static final String SCHEMA = "tradewind/check/1";

    /// @param got `scored`, or the cause of the failure
    record Line(
            String name,
            String expected,
            String got,
            @Nullable String detail,
            Map<String, Double> objectives,
            boolean ok) {}

    /// @param evaluations about so many; null when the budget is never spent
    /// @param seconds clock time of one
    record Cost(String budget, @Nullable Long evaluations, double seconds, int together) {}

    /// What was found.
    ///
    /// @param price null when the seed has no score
    record Findings(Examination examined, @Nullable Price price, LadderCheck ladder) {

        boolean ok() {
            return examined.asExpected() && ladder.exit() == Exit.FINISHED;
        }
    }

    /// Where it was found.
    record Surroundings(String sandbox, List<String> spared) {}

    static CheckDocument of(Campaign campaign, Surroundings here, Findings findings) {
        Task task = campaign.task();
        Examination examined = findings.examined();
        Price price = findings.price();
        ScoreText words = ScoreText.of(task);
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        examined.baselines()
                .forEach((name, evaluation) -> baselines.put(name, words.named(evaluation)));
        return new CheckDocument(
                SCHEMA,
                task.name(),
                findings.ok(),
                here.sandbox(),
                here.spared(),
                examined.tried().stream().map(one -> line(one, words)).toList(),
                baselines,
                price == null ? null : cost(price),
                findings.ladder().models().stream()
                        .map(model -> RungCheck.of(model, campaign.budget()))
                        .toList());
    }

    private static Line line(Examination.Tried one, ScoreText words) {
        Evaluation got = one.got();
        return new Line(
                one.name(),
                one.wanted(),
                switch (got) {
                    case Scored _ -> "scored";
                    case Failed failed -> failed.cause().name();
                },
                got instanceof Failed failed ? failed.detail() : null,
                words.named(got),
                one.asExpected());
    }

    private static Cost cost(Price price) {
        return new Cost(
                price.budget().toString(),
                price.endless() ? null : price.evaluations(),
                price.each().toNanos() / 1e9,
                price.together());
    }
}
