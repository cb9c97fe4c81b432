package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The commands from end to end, in the real sandbox, on the task that `init` writes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandsIT {

    private static final String BUDGET = "60 evaluations";

    private Path root;
    private Path task;
    private Path results;
    private JsonNode first;

    @BeforeAll
    void a_task_and_a_run_of_it(@TempDir Path folder) throws IOException {
        root = folder;
        task = root.resolve("my-task");
        results = root.resolve("results");
        assertThat(Said.by("init", task).code()).isZero();
        Said said = run("--seed", "7", "--json");
        assertThat(said.code()).as(said.err()).isZero();
        first = said.document();
    }

    @Test
    void the_written_task_passes_its_check() throws IOException {
        Said said = Said.by("check", task, "--json");
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        JsonNode document = said.document();
        assertThat(document.get("schema").asText()).isEqualTo("tradewind/check/1");
        assertThat(document.get("ok").asBoolean()).isTrue();
        assertThat(document.get("examples")).hasSize(8);
        assertThat(document.get("baselines").has("earliest due date")).isTrue();
        assertThat(document.get("price").get("evaluations").asLong()).isPositive();
    }

    @Test
    void an_example_that_comes_to_something_else_fails_the_check() {
        Path other = Folders.task(root.resolve("other"));
        Folders.change(
                other.resolve("task.yaml"), "bad/throws: CRASH", "bad/throws: INVALID_RESULT");
        Said said = Said.by("check", other);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).containsPattern("bad/throws +INVALID_RESULT +CRASH +✗");
        assertThat(said.out()).contains("buys about");
    }

    @Test
    void a_run_is_a_document_with_all_that_is_promised() {
        assertThat(first.get("schema").asText()).isEqualTo("tradewind/run/2");
        assertThat(first.get("status").asText()).isEqualTo("finished");
        assertThat(first.get("run").asText()).isEqualTo(results.resolve("my-task/001").toString());
        assertThat(first.get("seed").asLong()).isEqualTo(7);
        assertThat(first.get("evaluations").asLong()).isEqualTo(60);
        assertThat(first.get("best").get("objectives").has("tardiness")).isTrue();
        assertThat(first.get("baselines").has("random search")).isTrue();
        assertThat(first.get("test").has("workshop")).isTrue();
        for (String amount : List.of("wall", "cpu", "evaluations", "money", "tokens")) {
            assertThat(first.get("spend").has(amount)).isTrue();
        }
    }

    @Test
    void a_run_leaves_plan_journal_best_report_and_environment() {
        Path run = results.resolve("my-task/001");
        for (String file :
                List.of(
                        "campaign.yaml",
                        "journal.sqlite",
                        "environment.json",
                        "best/Dispatch.java",
                        "report/report.md",
                        "report/progress.svg",
                        "report/outcome.json")) {
            assertThat(run.resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void the_same_seed_gives_the_same_run_whatever_the_jobs() throws IOException {
        JsonNode again = run("--seed", "7", "--jobs", "1", "--run", "again", "--json").document();
        assertThat(again.get("content")).isEqualTo(first.get("content"));
        assertThat(again.get("best")).isEqualTo(first.get("best"));
    }

    @Test
    void a_finished_run_is_told_on_one_screen_with_the_next_command() {
        Said said = run("--seed", "3", "--run", "told");
        assertThat(said.out())
                .contains("my-task, run told, seed 3: ", "tardiness in %, lower is better")
                .contains("best of this run", "earliest due date", "random search")
                .contains("report/report.md", "next     ./tradewind best");
        assertThat(said.err()).contains("sandbox ");
    }

    @Test
    void quiet_says_nothing_beside_the_result() {
        Said said = run("--sandbox", "bubblewrap", "--seed", "4", "--run", "quiet", "--quiet");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).startsWith("my-task, run quiet");
    }

    @Test
    void a_weak_rung_is_never_silent() {
        Path seed = task.resolve("seed/Dispatch.java");
        Said said = Said.by("evaluate", task, seed, "--sandbox", "process", "--quiet");
        assertThat(said.code()).isZero();
        assertThat(said.err()).startsWith("warning: weak isolation");
    }

    @Test
    void another_plan_for_a_named_run_is_refused() {
        Said said = run("--seed", "8", "--run", "001");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("was begun with another plan", "seed: was 7, now 8");
    }

    @Test
    void a_program_is_evaluated_on_files_and_its_certificate_written() throws IOException {
        Path certificate = root.resolve("orders.txt");
        Path data = task.resolve("data/workshop.txt");
        JsonNode document =
                Said.by(
                                "evaluate",
                                task,
                                task.resolve("seed"),
                                "--data",
                                data,
                                "--certificate",
                                certificate,
                                "--json")
                        .document();
        assertThat(document.get("status").asText()).isEqualTo("scored");
        assertThat(document.get("objectives").get("tardiness").asDouble())
                .isEqualTo(document.get("sets").get("workshop.txt").asDouble());
        assertThat(Files.readAllLines(certificate)).containsExactly("2 4 0 1 6 3 5", "4 0 2 1 5 3");
    }

    @Test
    void two_files_count_together_and_one_by_one() throws IOException {
        Path more = Folders.write(root.resolve("more.txt"), "5 1 1\n5 1 1\n");
        JsonNode document =
                Said.by(
                                "evaluate",
                                task,
                                task.resolve("seed"),
                                "--data",
                                task.resolve("data/workshop.txt"),
                                more,
                                "--json")
                        .document();
        assertThat(document.get("sets").get("more.txt").asDouble()).isEqualTo(65.0);
        assertThat(document.get("objectives").get("tardiness").asDouble())
                .isBetween(document.get("sets").get("workshop.txt").asDouble(), 65.0);
    }

    @Test
    void a_failed_program_has_a_cause_and_no_score() throws IOException {
        Said said = Said.by("evaluate", task, task.resolve("examples/bad/endless-loop"), "--json");
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.document().get("status").asText()).isEqualTo("failed");
        assertThat(said.document().get("cause").asText()).isEqualTo("FUEL");
        assertThat(said.document().get("objectives")).isEmpty();
    }

    @Test
    void malformed_data_is_told_with_its_line() {
        Path data = Folders.write(root.resolve("bad.txt"), "1 2 3\n4 x 5\n");
        Said said = Said.by("evaluate", task, task.resolve("seed"), "--data", data);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("bad.txt:2", "\"x\"", "duration, weight and due time");
    }

    @Test
    void a_program_of_a_run_is_evaluated_by_its_flight() throws IOException {
        Path run = results.resolve("my-task/001");
        JsonNode best = Said.by("best", run, "--json").document();
        String flight = best.get("flight").asText();
        JsonNode again =
                Said.by("evaluate", task, flight, "--run", run, "--seed", "7", "--json").document();
        assertThat(again.get("objectives")).isEqualTo(best.get("objectives"));
        assertThat(again.get("sets")).isEqualTo(first.get("test"));
    }

    @Test
    void a_seed_that_does_not_compile_is_a_wrong_task_and_leaves_no_run() {
        Path other = Folders.task(root.resolve("broken"));
        Folders.change(other.resolve("seed/Dispatch.java"), "-due", "-deadline");
        Path nowhere = root.resolve("nowhere");
        Said said = Said.by("run", other, "--results", nowhere, "--budget", BUDGET);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("COMPILE", "Dispatch.java:10", "deadline");
        assertThat(nowhere.resolve("jobs")).doesNotExist();
    }

    @Test
    void an_evaluator_that_throws_stops_the_run_and_is_named() {
        Path other = Folders.task(root.resolve("throwing"));
        Folders.change(
                other.resolve("evaluator/scorer/jobs/scorer/Tardiness.java"),
                "        boolean[] done = new boolean[shop.size()];\n        long now",
                "        boolean[] done = new boolean[-1];\n        long now");
        Said said = Said.by("run", other, "--results", results, "--budget", BUDGET);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("The task's evaluator failed", "NegativeArraySize", "Tardiness");
    }

    @Test
    void doctor_tells_of_java_rungs_and_results() throws IOException {
        JsonNode document = Said.by("doctor", "--json", "--results", results).document();
        assertThat(document.get("schema").asText()).isEqualTo("tradewind/doctor/1");
        assertThat(document.get("ok").asBoolean()).isTrue();
        assertThat(document.get("findings").findValuesAsText("name"))
                .contains("java", "bubblewrap", "namespaces", "process", "results");
    }

    @Test
    void doctor_says_when_nothing_can_be_written() {
        Path file = Folders.write(root.resolve("occupied"), "");
        Said said = Said.by("doctor", "--results", file);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).contains("cannot be written", "runs are not possible");
    }

    private Said run(Object... arguments) {
        Object[] all = new Object[arguments.length + 6];
        List<Object> fixed = List.of("run", task, "--results", results, "--budget", BUDGET);
        System.arraycopy(fixed.toArray(), 0, all, 0, fixed.size());
        System.arraycopy(arguments, 0, all, fixed.size(), arguments.length);
        return Said.by(all);
    }
}
