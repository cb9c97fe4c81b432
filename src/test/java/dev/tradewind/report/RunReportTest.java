package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.journal.Decision;
import dev.tradewind.journal.Line;
import dev.tradewind.law.allocation.Belief;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

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
    void a_page_tells_what_the_law_believed_and_what_more_budget_would_buy() {
        assertThat(page(Samples.laddered()))
                .contains("Decided by `law`.")
                .contains(
                        "| breeding | 89.1 % |            1.20 % | 0.800 % to 1.70 % |      0.0300 |"
                                + " 0.000500 |           0.720 |      95.0 % |")
                .contains(
                        "Another 10.0 % of the budget would be expected to buy 2.40 (80 %: 1.00 to"
                                + " 4.00) improvements, together worth 0.0700 (80 %: 0.0100 to"
                                + " 0.150) % excess.");
        assertThat(page(Samples.document())).doesNotContain("worth its cost");
    }

    @Test
    void a_page_promises_an_equal_run_only_where_choices_do_not_rest_on_measured_times() {
        assertThat(page(Samples.laddered()))
                .contains("another run of the seed may go another way")
                .doesNotContain("goes the same way on any machine");
        assertThat(page(Samples.document())).contains("goes the same way on any machine");
    }

    @Test
    void a_page_with_models_tells_what_each_rung_and_prompt_brought_and_cost() {
        String page = page(Samples.laddered());
        assertThat(page)
                .contains(
                        """
                        The whole run cost 1.84 USD and 210 k tokens. The best program and all it \
                        descends from cost 0.0246 USD and 2.58 k tokens. Money is computed from \
                        the prices the campaign declares; no bill was seen. Tokens are measured, \
                        as the providers told them, but for 3 of 120 calls that told none: these \
                        are assumed from the length of the text. At risk are 0.02 USD at most, \
                        for calls that got no answer.
                        """)
                .contains(
                        """
                        | rung     | flights | scored | kept | beat parent | beat island | best | CPU s |  USD |
                        | -------- | ------: | -----: | ---: | ----------: | ----------: | ---: | ----: | ---: |
                        | breeding |     900 |    800 |   40 |          60 |           5 |    3 |     0 |    0 |
                        | small    |     110 |     90 |    8 |           9 |           4 |    2 |     0 | 1.84 |

                        | model | tokens in |  cached |    out | USD per kept |
                        | ----- | --------: | ------: | -----: | -----------: |
                        | small |   180,000 | 100,000 | 30,000 |         0.23 |
                        """)
                .contains(
                        """
                        | prompt | used | gave a program | kept |  USD |  tokens |
                        | ------ | ---: | -------------: | ---: | ---: | ------: |
                        | patch  |  110 |             95 |    8 | 1.84 | 210,000 |
                        """);
    }

    @Test
    void a_page_of_breeding_alone_has_no_table_of_proposers() {
        assertThat(page(Samples.document())).doesNotContain("## Proposers");
    }

    @Test
    void a_best_program_without_a_validation_still_has_a_page() {
        assertThat(page(Samples.unvalidated())).contains("**- excess** on the validation");
    }

    @Test
    void a_replay_is_told_with_where_it_ran_out() {
        assertThat(page(Samples.replayed()))
                .contains("of another plan: 40 answers given once more, 7 of them to another")
                .contains("; ran out of recordings at flight 41");
    }

    private static String page(RunDocument document) {
        return new RunPage(document, Samples.PROGRAM, Samples.environment()).markdown();
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

    @Test
    void beliefs_are_drawn_as_shares_and_as_chances_with_their_bands() {
        List<Decision> decisions =
                LongStream.rangeClosed(1, 20)
                        .mapToObj(
                                flight ->
                                        new Decision(
                                                Line.SEARCH,
                                                flight,
                                                "law",
                                                List.of(
                                                        belief("breeding:1", 0.5 / flight, 0.9),
                                                        belief("breeding:64", 0, 0.1))))
                        .toList();
        BeliefHistory history = new BeliefHistory("bin-packing", decisions);
        assertThat(history.shares()).contains("who is asked: share of the proposals");
        assertThat(history.chances()).contains("with 80 % band against flights");
        assertThat(new BeliefHistory("bin-packing", List.of()).isEmpty()).isTrue();
    }

    private static Belief belief(String rung, double success, double share) {
        return new Belief(rung, success, success / 2, success * 2, 0.1, 0.001, share);
    }

    private static RunReport report(State state) {
        return new RunReport(
                Samples.document(state),
                Samples.PROGRAM,
                Samples.search(),
                Curve.EMPTY,
                new BeliefHistory("bin-packing", List.of()),
                Samples.environment());
    }
}
