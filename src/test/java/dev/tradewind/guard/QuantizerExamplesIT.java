package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.search.Assembly;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The quantizer tasks whose candidates are Java, behind the real guard and in real sandboxes: one
/// process encodes, another one decodes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuantizerExamplesIT {

    private static final Isolation BEST = IsolationProbe.probe().chosen();

    private Task task;
    private Assembly assembly;

    /// Of the task.
    abstract String folder();

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
        return task.examples().stream();
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

    /// In bits, on training.
    final double gap(Program program) {
        Evaluation evaluation = assembly.evaluate(program, Split.TRAINING);
        assertThat(evaluation).isInstanceOf(Evaluation.Scored.class);
        return ((Evaluation.Scored) evaluation).scores().first();
    }

    final double gapOfExample(String name) {
        return task.examples().stream()
                .filter(example -> example.name().equals(name))
                .mapToDouble(example -> gap(example.program()))
                .findFirst()
                .orElseThrow();
    }

    final double gapOfBaseline(String name) {
        return task.baselines().stream()
                .filter(baseline -> baseline.name().equals(name))
                .mapToDouble(baseline -> gap(baseline.program()))
                .findFirst()
                .orElseThrow();
    }

    final double gapOfSeed() {
        return gap(task.seed());
    }

    @Test
    void the_seed_is_where_its_source_says_it_is() {
        assertThat(gapOfSeed()).isBetween(0.25, 0.49);
    }
}
