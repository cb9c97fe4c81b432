package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Task.Expectation;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.sandbox.Bytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

final class TaskReaderTest {

    @TempDir private Path folder;

    @Test
    void a_task_needs_to_say_little() {
        Task task = TaskReader.read(TaskFolder.in(folder).path(), Map.of());
        assertThat(task.name()).isEqualTo(folder.getFileName().toString());
        assertThat(task.objective()).isEqualTo(Objective.minimise("error", "1"));
        assertThat(task.limits()).isEqualTo(TaskLimits.DEFAULT);
        assertThat(task.parameters()).isEqualTo(Map.of("size", "small"));
        assertThat(task.seed().regions()).hasSize(1);
        assertThat(task.workings().contract()).containsOnlyKeys("Contract.java");
    }

    @Test
    void everything_it_may_say_is_read() {
        TaskFolder.in(folder)
                .with("classic/Old.java", "class Old {}")
                .with("examples/bad/loop/Answer.java", "class Answer {}")
                .saying(
                        """
                        name: answers
                        limits: {cpu: 2 s, heap: 64 MiB, fuel: 5 M steps, source: 1 KiB}
                        baselines:
                          old way: classic
                        examples:
                          bad/loop: FUEL
                        """);
        Task task = TaskReader.read(folder, Map.of("size", "large"));
        assertThat(task.name()).isEqualTo("answers");
        assertThat(task.parameters()).isEqualTo(Map.of("size", "large"));
        assertThat(task.limits())
                .isEqualTo(
                        new TaskLimits(
                                Duration.ofSeconds(2), Bytes.mebi(64), 5_000_000, Bytes.kibi(1)));
        assertThat(task.baselines().getFirst().name()).isEqualTo("old way");
        assertThat(task.examples().getFirst().expected())
                .isEqualTo(new Expectation.Failed(FailureCause.FUEL));
    }

    @Test
    void how_carefully_candidates_are_evaluated_is_read() {
        TaskFolder.in(folder)
                .saying(
                        """
                        stages:
                          - {name: few, suites: [small, tiny], slack: 4}
                          - {name: some, every: 8}
                        repeats: 2
                        """);
        assertThat(TaskReader.read(folder, Map.of()).procedure())
                .isEqualTo(
                        new Procedure(
                                List.of(
                                        new Stage("few", List.of("small", "tiny"), 1, false, 4),
                                        new Stage(
                                                "some",
                                                List.of(),
                                                8,
                                                false,
                                                Double.POSITIVE_INFINITY)),
                                2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limts: {cpu: 5 s} | task.yaml:8  limts: unknown key. Allowed: | \"limits\"",
                "limits: {cpu: 5} | task.yaml:8  limits.cpu: \"5\" has no unit. | \"5 s\"",
                "limits: {heap: 1 MB} | limits.heap: \"1 MB\" has an unknown unit. | \"1 MiB\"",
                "limits: {fuel: many} | limits.fuel: \"many\" is no amount with a unit | 60 s",
                "limits: {source: 1 B} | limits.source: 1 bytes are too few for the seed | which"
                        + " has",
                "limits: 5 s | task.yaml:8  limits: has a value, where keys are expected | below",
                "language: C++ 17 | task.yaml:8  language: \"C++ 17\" is no language | java, c",
                "language: python | evaluator.run: is missing | python3 /tools/run.py",
                "seed: sead | sead  is missing. Maybe you meant | \"seed\"",
                "statement: tusk.md | tusk.md  is missing. Maybe you meant | \"task.md\"",
                "name: [a, b] | task.yaml:8  name: has keys or items below it | not one value",
                "name: ../out | task.yaml:8  name: \"../out\" is no name. Allowed: letters | _ -",
                "name: | task.yaml:8  name: has no value. | leave the key out",
                "evaluator: {harnes: x} | evaluator.harnes: unknown key. | \"harness\"",
                "examples: {bad/loop: FUELL} | examples.bad/loop: \"FUELL\" is not kno | \"FUEL\"",
                "objectives: [] | task.yaml:8  objectives: is there twice. | Keep one",
                "repeats: -1 | task.yaml:8  repeats: \"-1\" is not a whole number from 0 to 100 | .",
                "stages: [{every: 4}] | task.yaml:8  stages.name: is missing. Give one, | shapes",
                "stages: [{name: a}] | stages.name: \"a\" is no cheaper than all there is | every",
                "stages: [{name: a, every: 0}] | stages.every: \"0\" is not a whole number | 1",
                "stages: [{name: a, every: 2, slack: 0.5}] | slack: \"0.5\" is not a number | \"4\"",
                "stages: [{name: a, build: quick}] | \"quick\" is no build of this task. | evaluator",
                "stages: [{name: a, build: fast, every: 2}] | \"fast\" is not known. | quick",
                "stages: [{name: a, evry: 2, suites: b}] | stages.evry: unknown key. | \"every\"",
                "stages: [{name: a, every: 2}, {name: a, every: 3}] | two stages are called \"a\" | .",
                "x: *y | task.yaml:8 | y",
                "name: {a | task.yaml | is not YAML",
                "name: \"a | task.yaml | is not YAML"
            })
    void what_is_wrong_is_told_with_file_and_line(String line, String told, String fix) {
        TaskFolder.in(folder).saying(line);
        assertThatThrownBy(() -> TaskReader.read(folder, Map.of()))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(fix)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void everything_wrong_is_told_at_once() {
        TaskFolder.in(folder).without("task.md").saying("limits: {cpu: 5}\nnome: x\nseed: sead\n");
        assertThatThrownBy(() -> TaskReader.read(folder, Map.of("size", "huge", "sise", "small")))
                .isInstanceOfSatisfying(
                        CampaignException.class, wrong -> assertThat(wrong.problems()).hasSize(6))
                .hasMessageContainingAll(
                        "limits.cpu", "nome", "sead", "task.md", "parameters.size", "\"size\"");
    }

    @Test
    void a_seed_that_is_not_text_is_told_with_its_line() {
        byte[] latin = {'a', '\n', 'b', '\n', (byte) 0xe9, '\n'};
        TaskFolder.in(folder).with("seed/Answer.java", latin);
        assertThatThrownBy(() -> TaskReader.read(folder, Map.of()))
                .hasMessageContaining("Answer.java:3  is not text in UTF-8: byte 0xe9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class A {} | marks no region. Put the lines that may change between",
                "// EVOLVE-BLOCK-START | Answer.java:1  EVOLVE-BLOCK-START is never closed",
                "// EVOLVE-BLOCK-END | Answer.java:1  EVOLVE-BLOCK-END without"
            })
    void a_seed_without_a_whole_region_is_refused(String text, String told) {
        TaskFolder.in(folder).with("seed/Answer.java", text);
        assertThatThrownBy(() -> TaskReader.read(folder, Map.of())).hasMessageContaining(told);
    }

    @Test
    void an_example_nothing_is_expected_of_is_told() {
        TaskFolder.in(folder).with("examples/good/new/Answer.java", "class Answer {}");
        assertThatThrownBy(() -> TaskReader.read(folder, Map.of()))
                .hasMessageContaining("examples.good/new: is in examples");
    }

    @Test
    void a_program_of_one_file_takes_the_place_of_the_seed() {
        TaskFolder.in(folder).with("mine/Best.java", "class Answer {}");
        Task task = TaskReader.read(folder, Map.of());
        assertThat(ProgramReader.read(folder.resolve("mine/Best.java"), task.seed()).files())
                .containsOnlyKeys("Answer.java");
        assertThat(ProgramReader.read(folder.resolve("mine"), task.seed()).files())
                .containsOnlyKeys("Best.java");
        assertThatThrownBy(() -> ProgramReader.read(folder.resolve("mine/Bst.java"), task.seed()))
                .hasMessageContaining("Bst.java  is missing. Maybe you meant \"Best.java\".");
    }
}
