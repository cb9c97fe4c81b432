package dev.tradewind.report;

import dev.tradewind.archive.Preference;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.journal.Improvement;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.report.RunDocument.Aim;
import dev.tradewind.report.RunDocument.Best;
import dev.tradewind.search.Examined;
import dev.tradewind.search.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes the document of a run from what its search came to.
///
/// @param record the run's journal
record Summary(Campaign campaign, Outcome outcome, RunRecord record) {

    RunDocument document(Telling telling) {
        State state = state();
        return new RunDocument(
                RunDocument.SCHEMA,
                telling.run(),
                campaign.task().name(),
                state,
                campaign.seed(),
                campaign.budget().toString(),
                campaign.task().procedure().repeats(),
                outcome.spend().evaluations(),
                objectives().stream().map(Aim::of).toList(),
                state == State.NO_VALID_CANDIDATE ? null : best(),
                front(),
                baselines(),
                test(outcome.best()),
                baselineTest(),
                Outcomes.of(outcome.counts().scored(), outcome.counts().causes()),
                Spent.of(outcome.spend()),
                RungResult.of(
                        campaign.ladder(), record.rungTallies(Line.SEARCH), outcome.reached()),
                LawResult.of(outcome.prospect()),
                PromptResult.of(record.promptTallies(Line.SEARCH)),
                descent(),
                outcome.replayed(),
                outcome.content(),
                telling.command());
    }

    private State state() {
        return switch (outcome.end()) {
            case FINISHED -> State.FINISHED;
            case TARGETS_REACHED -> State.TARGETS_REACHED;
            case NO_VALID_CANDIDATE -> State.NO_VALID_CANDIDATE;
            case INTERRUPTED -> State.INTERRUPTED;
        };
    }

    private List<Objective> objectives() {
        return campaign.task().objectives();
    }

    private FrontResult front() {
        Preference preference = new Preference(objectives());
        var counting = new FrontResult.Counting(preference, outcome.start());
        return new FrontResult(
                members(outcome.front()),
                members(outcome.random()),
                RunDocument.named(objectives(), outcome.start()),
                RunDocument.named(objectives(), new Scores(counting.reference().point())),
                counting.hypervolume(outcome.front()),
                outcome.random().isEmpty() ? null : counting.hypervolume(outcome.random()),
                units(),
                targetsReached(preference));
    }

    private Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        campaign.task().measures().forEach(measure -> units.put(measure.name(), measure.unit()));
        return units;
    }

    private List<FrontResult.Member> members(List<Examined> programs) {
        Names names = new Names(objectives(), campaign.task().measures());
        return programs.stream().map(program -> FrontResult.Member.of(names, program)).toList();
    }

    private @Nullable Long targetsReached(Preference preference) {
        return record.champions(Line.SEARCH).stream()
                .filter(step -> Curve.validated(step).filter(preference::reached).isPresent())
                .map(Improvement::evaluations)
                .findFirst()
                .orElse(null);
    }

    private Best best() {
        Examined best = outcome.best();
        return new Best(
                best.program().id().hex(), named(best.validation()), named(best.training()));
    }

    private @Nullable Cost descent() {
        List<Improvement> champions = record.champions(Line.SEARCH);
        return champions.isEmpty()
                ? null
                : Cost.of(record.spendOnDescent(champions.getLast().flight().number()));
    }

    private Map<String, Map<String, Double>> baselines() {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        outcome.baselines().forEach(known -> values.put(known.name(), named(known.validation())));
        random().forEach(known -> values.put(RunDocument.RANDOM, named(known.validation())));
        return values;
    }

    private Map<String, Map<String, Double>> baselineTest() {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        outcome.baselines().forEach(known -> values.put(known.name(), test(known)));
        random().forEach(known -> values.put(RunDocument.RANDOM, test(known)));
        return values;
    }

    /// The best of the random programs, if there were any.
    private Stream<Examined> random() {
        return outcome.random().stream().limit(1);
    }

    /// Values by name of their objective; none where there is no score.
    private Map<String, Double> named(Evaluation evaluation) {
        return evaluation instanceof Scored scored
                ? RunDocument.named(objectives(), scored.scores())
                : Map.of();
    }

    private static Map<String, Double> test(Examined examined) {
        Map<String, Double> values = new LinkedHashMap<>();
        examined.test()
                .forEach(
                        (set, evaluation) -> {
                            if (evaluation instanceof Scored scored) {
                                values.put(set, scored.scores().first());
                            }
                        });
        return values;
    }
}
