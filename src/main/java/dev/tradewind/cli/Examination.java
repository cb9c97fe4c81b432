package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Task.Example;
import dev.tradewind.evaluation.Task.Expectation;
import dev.tradewind.search.Assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a task's own programs came to: its seed and examples on training, twice, as in a run; its
/// baselines on validation.
///
/// @param tried the seed first, then the examples in their order
/// @param baselines by name, in the task's order
record Examination(List<Tried> tried, Map<String, Evaluation> baselines) {

    /// A program, what it had to come to, and what it came to.
    record Tried(String name, Expectation expected, Evaluation got) {

        boolean asExpected() {
            return switch (expected) {
                case Expectation.Scored _ -> got instanceof Scored;
                case Expectation.Failed(FailureCause cause) ->
                        got instanceof Failed failed && failed.cause() == cause;
            };
        }

        String wanted() {
            return switch (expected) {
                case Expectation.Scored _ -> "scored";
                case Expectation.Failed(FailureCause cause) -> cause.name();
            };
        }
    }

    /// @throws dev.tradewind.evaluation.EvaluatorFault when the task's scorer or harness fails
    static Examination of(Assembly assembly) {
        Task task = assembly.task().task();
        List<Tried> tried = new ArrayList<>();
        Expectation scored = new Expectation.Scored();
        tried.add(new Tried("seed", scored, assembly.evaluateTwice(task.seed())));
        for (Example example : task.examples()) {
            Evaluation got = assembly.evaluateTwice(example.program());
            tried.add(new Tried(example.name(), example.expected(), got));
        }
        Map<String, Evaluation> baselines = new LinkedHashMap<>();
        task.baselines()
                .forEach(
                        known ->
                                baselines.put(
                                        known.name(),
                                        assembly.evaluate(known.program(), Split.VALIDATION)));
        return new Examination(tried, baselines);
    }

    /// What a run would start from; empty when the seed has no score.
    Optional<Scores> seedScore() {
        return tried.getFirst().got() instanceof Scored scored
                ? Optional.of(scored.scores())
                : Optional.empty();
    }

    boolean asExpected() {
        return tried.stream().allMatch(Tried::asExpected)
                && baselines.values().stream().allMatch(Scored.class::isInstance);
    }
}
