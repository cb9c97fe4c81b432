package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class RunReportTest {

    @TempDir Path results;

    @Test
    void a_report_holds_page_picture_outcome_environment_and_the_best_program() throws IOException {
        RunFolder folder = RunFolder.create(results);
        report(State.FINISHED).write(folder);
        assertThat(folder.path().resolve("best/Rule.java"))
                .hasContent(Samples.PROGRAM.text("Rule.java"));
        assertThat(folder.environment()).content().contains("\"memory_mib\" : 8192");
        assertThat(folder.report().resolve("progress.svg")).content().contains("<svg");
        assertThat(RunDocument.read(folder.outcome())).isEqualTo(Samples.document());
        try (var left = Files.list(folder.report())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("outcome.json", "progress.svg", "report.md");
        }
    }

    @Test
    void the_page_tells_result_plan_program_outcomes_and_how_to_repeat_it() {
        String page =
                new RunPage(Samples.document(), Samples.PROGRAM, Samples.environment()).markdown();
        assertThat(page)
                .startsWith("# bin-packing, run 001\n\n**3.28 % excess** on the validation")
                .contains(
                        """
                        | program          | validation | or1-u120 | or3-u500 |
                        | ---------------- | ---------: | -------: | -------: |
                        | best of this run |       3.28 |     4.99 |     3.28 |
                        | first fit        |       5.80 |        - |        - |
                        | best fit         |       5.41 |     5.81 |     5.37 |
                        | random search    |       4.10 |        - |        - |
                        """)
                .contains("```java\nclass Rule {\n")
                .contains("| of these: duplicate     |     6,000 |")
                .contains("2 cores, 8 GiB, Linux amd64, Java 25.0.3 Vendor")
                .contains("./tradewind run evaluators/bin-packing --seed 7")
                .contains("--budget '37285 evaluations'");
    }

    @Test
    void a_run_without_a_valid_candidate_says_so_and_keeps_no_best_program() throws IOException {
        RunFolder folder = RunFolder.create(results);
        report(State.NO_VALID_CANDIDATE).write(folder);
        assertThat(folder.best()).doesNotExist();
        assertThat(folder.report().resolve("report.md"))
                .content()
                .contains("No valid candidate was found in 37,285 evaluations.");
    }

    @Test
    void only_an_interrupted_run_is_unfinished() throws IOException {
        RunFolder folder = RunFolder.create(results);
        assertThat(folder.finished()).isFalse();
        report(State.INTERRUPTED).write(folder);
        assertThat(folder.finished()).isFalse();
        report(State.FINISHED).write(folder);
        assertThat(folder.finished()).isTrue();
    }

    @Test
    void runs_are_numbered_one_after_the_last() throws IOException {
        Files.createDirectories(results.resolve("009"));
        Files.createDirectories(results.resolve("notes"));
        assertThat(RunFolder.create(results).name()).isEqualTo("010");
        assertThat(RunFolder.create(results).name()).isEqualTo("011");
    }

    @Test
    void runs_are_listed_oldest_first_also_beyond_999() throws IOException {
        for (String name : new String[] {"1000", "999", "001", "empty"}) {
            Files.createDirectories(results.resolve(name));
            if (!name.equals("empty")) {
                Files.writeString(results.resolve(name).resolve("campaign.yaml"), "");
            }
        }
        assertThat(RunFolder.of(results))
                .extracting(RunFolder::name)
                .containsExactly("001", "999", "1000");
        assertThat(RunFolder.of(results.resolve("absent"))).isEmpty();
    }

    private static RunReport report(State state) {
        return new RunReport(
                Samples.document(state),
                Samples.PROGRAM,
                Samples.search(),
                Curve.EMPTY,
                Samples.environment());
    }
}
