package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.SandboxedEvaluator;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Candidate;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.sandbox.WorkerPool;
import dev.tradewind.search.Assembly;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// A shipped task's examples come to exactly what its `task.yaml` says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {

    private static final Isolation BEST = IsolationProbe.probe().chosen();

    private Task task;
    private Assembly assembly;

    /// Of the task.
    String folder() {
        return "evaluators/bin-packing";
    }

    @BeforeAll
    void assemble() {
        task = CampaignReader.read(Path.of(folder()), List.of()).task();
        assembly = Assembly.of(CompiledTask.of(task), 1, 1, BEST);
    }

    @AfterAll
    void close() {
        assembly.close();
    }

    Stream<Task.Example> examples() {
        return task.examples().stream()
                .filter(example -> !example.name().equals("cheating/counts-in-a-static"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_comes_to_what_it_must(Task.Example example) {
        Evaluation evaluation = assembly.evaluate(example.program(), Split.TRAINING);
        switch (example.expected()) {
            case Task.Expectation.Scored _ ->
                    assertThat(evaluation).isInstanceOf(Evaluation.Scored.class);
            case Task.Expectation.Failed(var cause) ->
                    assertThat(evaluation)
                            .isInstanceOfSatisfying(
                                    Evaluation.Failed.class,
                                    failed ->
                                            assertThat(failed.cause())
                                                    .as(failed.detail())
                                                    .isEqualTo(cause));
        }
    }

    @Test
    void what_is_carried_in_a_static_shows_when_run_again() {
        Task.Example counts =
                task.examples().stream()
                        .filter(example -> example.name().equals("cheating/counts-in-a-static"))
                        .findFirst()
                        .orElseThrow();
        CompiledTask compiled = CompiledTask.of(task);
        PreparedTask prepared = PreparedTask.of(compiled, material());
        WorkerPool workers = new WorkerPool(prepared.child(), 1, BEST);
        try (SandboxedGuard guard = SandboxedGuard.of(compiled, BEST);
                SandboxedEvaluator evaluator = new SandboxedEvaluator(prepared, workers)) {
            Verdict verdict = guard.admit(Candidate.seed(counts.program()));
            Executable executable = ((Verdict.Admitted) verdict).executable();
            String first = digest(evaluator.evaluate(executable, Split.TRAINING));

            assertThat(digest(evaluator.again(executable, Split.TRAINING))).isNotEqualTo(first);
        }
    }

    private static String digest(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Evaluation.Scored.class);
        return ((Evaluation.Scored) evaluation).digest();
    }

    private Map<Split, Material> material() {
        Map<Split, Material> material = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            material.put(
                    split, new Material(new SplittableRandom(1), task.folder(), task.parameters()));
        }
        return material;
    }
}
