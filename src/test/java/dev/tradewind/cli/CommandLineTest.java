package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is said before anything runs.
final class CommandLineTest {

    @TempDir Path folder;

    private Path task;

    @BeforeEach
    void a_task() {
        task = Folders.task(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "check",
                "evaluate",
                "best",
                "show",
                "top",
                "init",
                "doctor",
                "schema"
            })
    void every_help_shows_an_example(String command) {
        Said said = Said.by(command, "--help");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("Usage: tradewind " + command)
                .containsPattern("Examples?:\\n {2}\\./tradewind " + command);
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(said.err()).isEmpty();
    }

    @Test
    void without_a_command_it_says_what_there_is() {
        Said said = Said.by();
        assertThat(said.code()).isZero();
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("run ", "check ", "evaluate ", "doctor ");
    }

    @Test
    void a_mistyped_option_is_wrong_use_and_the_right_one_is_suggested() {
        Said said = Said.by("run", task, "--budgt=5");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("--budgt", "Maybe you meant --budget", "Try 'tradewind run --help'");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        Said said =
                Said.by(
                        "run",
                        task,
                        "--budget",
                        "5",
                        "--seed",
                        "soon",
                        "--jobs",
                        "0",
                        "--set",
                        "evolution.island=3");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("\"5\" has no unit") && line.contains("\"5 s\""))
                .anyMatch(line -> line.contains("--seed") && line.contains("\"soon\""))
                .anyMatch(line -> line.contains("--jobs") && line.contains("\"0\""))
                .anyMatch(line -> line.contains("Maybe you meant \"islands\""));
    }

    private Path modelPlan() {
        return Folders.write(
                folder.resolve("models.yaml"),
                """
                task: %s
                ladder:
                  - {name: big, provider: openai, model: gpt, size: unknown, price: free}
                """
                        .formatted(task.toAbsolutePath()));
    }

    @Test
    void offline_refuses_a_plan_with_a_model_and_begins_nothing() {
        Path results = folder.resolve("results");
        Said said = Said.by("run", modelPlan(), "--offline", "--results", results);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("--offline: rung big is a language model", "--replay")
                .doesNotContain("Exception");
        assertThat(results).doesNotExist();
    }

    @Test
    void a_run_of_nothing_is_wrong_use() {
        Said said = Said.by("run", "--offline");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("nothing to run: name a task's folder or a campaign file");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_replay_of_a_run_that_is_not_there_is_wrong_use(boolean planned) {
        Path results = folder.resolve("results");
        Said said =
                planned
                        ? Said.by("run", task, "--replay", "007", "--results", results)
                        : Said.by("run", "--replay", "007", "--results", results);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("there is no run below", "tradewind run <task>");
        assertThat(results).doesNotExist();
    }

    @Test
    void a_dry_run_prints_the_plan_and_writes_nothing() {
        Path results = folder.resolve("results");
        Said said =
                Said.by(
                        "run",
                        task,
                        "--dry-run",
                        "--budget",
                        "9 s",
                        "--budget",
                        "70 evaluations",
                        "--seed",
                        "7",
                        "--jobs",
                        "3",
                        "--eager",
                        "--no-baseline",
                        "--results",
                        results);
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("budget: ", "9 s", "70 evaluations", "seed: 7", "jobs: 3")
                .contains("order: eager", "baseline: false", "islands: ");
        assertThat(results).doesNotExist();
    }

    @Test
    void a_printed_plan_is_a_campaign_file() throws IOException {
        String plan = Said.by("run", task, "--dry-run", "--seed", "7").out();
        Path file = Path.of("target", "printed-plan.yaml");
        Folders.write(file, plan.replace("task: ", "task: ../"));
        Said again = Said.by("run", file, "--dry-run");
        Files.delete(file);
        assertThat(again.out()).isEqualTo(plan);
    }

    @Test
    void a_plan_is_a_document_too() throws IOException {
        var document = Said.by("run", task, "--dry-run", "--json").document();
        assertThat(document.get("schema").asText()).isEqualTo("tradewind/plan/1");
        assertThat(document.get("campaign").asText()).contains("seed: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "direction: minimise, direction: smaller, task.yaml:8",
        "cpu: 5 s, cpu: 5, task.yaml:29",
        "cpu: 5 s, cpus: 5 s, Maybe you meant \"cpu\"",
        "budget: 20 s, budget: [20], has no unit",
        "language: java, language: jav, runs candidates in Java only",
        "statement: task.md, statement: tsk.md, is missing",
        "bad/throws: CRASH, bad/throws: CRUSH, CRASH",
    })
    void a_wrong_task_is_told_with_its_place_and_a_fix(String text, String wrong, String said) {
        Folders.change(task.resolve("task.yaml"), text, wrong);
        Said heard = Said.by("run", task, "--results", folder.resolve("results"));
        assertThat(heard.code()).isEqualTo(2);
        assertThat(heard.err()).contains(said).doesNotContain("Exception");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void a_missing_task_is_told_with_the_one_beside_it() {
        Said said = Said.by("check", folder.resolve("job"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("is missing", "Maybe you meant \"jobs\"");
    }

    @Test
    void a_seed_that_is_no_text_is_told_with_its_line() throws IOException {
        Files.write(task.resolve("seed/Dispatch.java"), new byte[] {'\n', (byte) 0xff});
        Said said = Said.by("run", task);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Dispatch.java:2", "Save the file as UTF-8");
    }

    @Test
    void an_evaluator_that_does_not_compile_is_a_wrong_task() {
        Path scorer = task.resolve("evaluator/scorer/jobs/scorer/Tardiness.java");
        Folders.change(scorer, "100 * cost / most", "100 * cost / least");
        Said said = Said.by("run", task, "--results", folder.resolve("results"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("scorer does not compile", "jobs/scorer/Tardiness.java:", "least");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void results_that_cannot_be_written_are_told_with_a_way_out() {
        Path file = Folders.write(folder.resolve("results"), "a file");
        Said said = Said.by("run", task, "--results", file);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("no run can be written below", "--results");
        assertThat(file).hasContent("a file");
    }

    @Test
    void an_unknown_rung_is_told_what_there_is_and_leaves_no_folder() {
        Path results = folder.resolve("results");
        Said said = Said.by("run", task, "--sandbox", "docker", "--results", results);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"docker\"", "bubblewrap, namespaces, process");
        assertThat(results.resolve("jobs")).doesNotExist();
    }

    @Test
    void missing_data_is_told_before_anything_starts() {
        Path seed = task.resolve("seed/Dispatch.java");
        Said said = Said.by("evaluate", task, seed, "--data", folder.resolve("absent.txt"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--data: there is no file").contains("absent.txt");
    }

    @Test
    void a_certificate_needs_a_folder_that_is_there() {
        Path seed = task.resolve("seed/Dispatch.java");
        Said said = Said.by("evaluate", task, seed, "--certificate", folder.resolve("no/c.txt"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--certificate: there is no folder");
    }

    @Test
    void a_program_that_is_nowhere_is_wrong_use() {
        Said said = Said.by("evaluate", task, folder.resolve("Nothing.java"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Nothing.java does not exist", "#412");
    }

    @Test
    void there_is_no_best_program_without_a_run() {
        Said said = Said.by("best", "--results", folder.resolve("none"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("there is no run below", "tradewind run <task>");
    }

    @ParameterizedTest
    @CsvSource({"task, objectives", "campaign, budget"})
    void schemas_are_json(String file, String key) throws IOException {
        Said said = Said.by("schema", file);
        assertThat(said.document().get("properties").has(key)).isTrue();
    }

    @Test
    void completion_knows_the_commands() {
        assertThat(Said.by("generate-completion").out()).contains("evaluate", "--certificate");
    }
}
