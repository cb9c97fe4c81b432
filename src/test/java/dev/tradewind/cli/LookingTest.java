package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evolution.Bar;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.RunHeader;
import dev.tradewind.journal.Settlement;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.program.ProgramId;
import dev.tradewind.report.RunFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// `best`, `show` and `top` on a run of four flights that goes on: #1 better than the seed, #2
/// better still, #3 turned away, #4 no program at all.
final class LookingTest {

    private static final Program SEED = program("x");

    @TempDir Path root;

    private RunFolder run;

    @BeforeEach
    void a_run() {
        run = new RunFolder(root.resolve("lines/001"));
        Folders.write(run.plan(), "task: .\n");
        try (Journal journal = SqliteJournal.create(run.journal(), header())) {
            append(journal, scored(1, 0, "x + 1", 2.5), new Consequence.NewCluster(), true);
            append(journal, scored(2, 1, "x + x", 1.25), new Consequence.JoinedCluster(), true);
            append(journal, refused(), rejected(FailureCause.COMPILE), false);
            append(journal, declined(), rejected(FailureCause.UNREADABLE), false);
            journal.commit();
        }
    }

    @Test
    void the_best_program_is_printed_and_what_is_known_of_it_said() {
        Said said = by("best");
        assertThat(said.code()).isZero();
        assertThat(said.out()).isEqualTo(program("x + x").text("Line.java"));
        assertThat(said.err())
                .contains("#2  " + program("x + x").id(), "1.25 error on validation")
                .contains("breeding: graft of #1");
    }

    @Test
    void its_files_are_written_where_they_are_wanted() {
        Said said = by("best", "001", "--out", root.resolve("out"));
        assertThat(said.out()).isEmpty();
        assertThat(root.resolve("out/Line.java")).hasContent(program("x + x").text("Line.java"));
    }

    @Test
    void its_record_has_identity_objectives_origin_and_files() throws IOException {
        var document = by("best", "--json").document();
        assertThat(document.get("schema").asText()).isEqualTo("tradewind/program/2");
        assertThat(document.get("id").asText()).isEqualTo(program("x + x").id().hex());
        assertThat(document.get("flight").asLong()).isEqualTo(2);
        assertThat(document.get("objectives").get("error").asDouble()).isEqualTo(1.25);
        assertThat(document.get("training").get("error").asDouble()).isEqualTo(1.0);
        assertThat(document.get("parents").get(0).asLong()).isEqualTo(1);
        assertThat(document.get("operator").asText()).isEqualTo("graft");
        assertThat(document.get("proposer").asText()).isEqualTo("breeding");
        assertThat(document.get("evaluations").asLong()).isEqualTo(2);
        assertThat(document.get("files").has("Line.java")).isTrue();
    }

    @Test
    void a_program_is_shown_with_change_descent_and_consequence() {
        Said said = by("show", "#2");
        assertThat(said.out())
                .contains("descent   #2 ← #1 ← seed", "became the best of the run")
                .contains("kept, beside others of its cluster")
                .contains("changed since #1:", "-return x + 1;", "+return x + x;");
    }

    @Test
    void showing_is_a_document_too() throws IOException {
        var document = by("show", program("x + 1").id().brief(), "--json").document();
        assertThat(document.get("schema").asText()).isEqualTo("tradewind/show/2");
        assertThat(document.get("program").get("flight").asLong()).isEqualTo(1);
        assertThat(document.get("descent").get(1).asText()).isEqualTo("seed");
        assertThat(document.get("difference").asText()).contains("+return x + 1;");
    }

    @Test
    void what_was_turned_away_says_why() throws IOException {
        assertThat(by("show", "3").out()).contains("turned away: COMPILE: no such name");
        var document = by("show", "3", "--json").document().get("program");
        assertThat(document.get("status").asText()).isEqualTo("failed");
        assertThat(document.get("cause").asText()).isEqualTo("COMPILE");
    }

    @Test
    void a_flight_without_a_program_has_no_code() {
        assertThat(by("show", "4").out())
                .contains("no program: UNREADABLE: nothing there", "rejected: unreadable");
        assertThat(by("show", "4", "--json").out()).contains("\"id\" : null");
    }

    @Test
    void the_seed_is_shown_by_name_and_by_number() {
        assertThat(by("show", "seed").out()).contains("where the search started", "return x;");
        assertThat(by("show", "#0").out()).isEqualTo(by("show", "seed").out());
    }

    @Test
    void an_unknown_flight_is_told_what_there_is() {
        Said said = by("show", "#99");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("no flight #99 has landed; the last one is #4.");
    }

    @Test
    void the_top_is_a_table_best_first() throws IOException {
        assertThat(by("top").out().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("flight"))
                .containsSubsequence(by("top", "-n", "1").out().lines().toList());
        var programs = by("top", "--json", "-n", "5").document().get("programs");
        assertThat(programs.get(0).get("flight").asLong()).isEqualTo(2);
        assertThat(programs.get(1).get("flight").asLong()).isEqualTo(1);
        assertThat(by("top", "-n", "0").code()).isEqualTo(2);
    }

    @Test
    void a_run_that_has_not_begun_is_told_so() {
        Folders.write(root.resolve("lines/002/campaign.yaml"), "task: .\n");
        Said said = by("top", "002");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("has not begun");
    }

    private Said by(Object command, Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = command;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--results";
        all[arguments.length + 2] = root;
        return Said.by(all);
    }

    private static Program program(String formula) {
        return Program.of("Line.java", "return " + formula + ";\n");
    }

    private static RunHeader header() {
        return new RunHeader(
                "lines",
                "task: .\n",
                "plan",
                1,
                List.of(Objective.minimise("error", "1")),
                SEED,
                Instant.EPOCH,
                new TreeMap<>());
    }

    private static void append(
            Journal journal, Landing landing, Consequence consequence, boolean champion) {
        long flight = landing.plan().flight();
        journal.append(landing);
        journal.append(
                new Settlement(Line.SEARCH, flight, flight, consequence, champion, List.of()));
    }

    private static Landing scored(long flight, long parent, String formula, double error) {
        return new Landing.Evaluated(
                plan(flight, parent),
                Spend.NONE,
                candidate(formula),
                "print of " + formula,
                new Evaluation.Scored(
                        Scores.of(1),
                        new Signature(flight),
                        "digest",
                        Breakdown.NONE,
                        Duration.ofMillis(3)),
                new Validation.Done(
                        new Evaluation.Scored(
                                Scores.of(error),
                                new Signature(9),
                                "digest",
                                Breakdown.NONE,
                                Duration.ZERO),
                        Duration.ofMillis(5)));
    }

    private static Landing refused() {
        return new Landing.Refused(
                plan(3, 2), Spend.NONE, candidate("y"), FailureCause.COMPILE, "no such name");
    }

    private static Landing declined() {
        return new Landing.Declined(
                plan(4, 2), Spend.NONE, FailureCause.UNREADABLE, "nothing there");
    }

    private static Consequence rejected(FailureCause cause) {
        return new Consequence.Rejected(cause);
    }

    private static Plan plan(long flight, long parent) {
        return new Plan(
                Line.SEARCH,
                flight,
                flight - 1,
                0,
                "breeding",
                List.of(parent),
                flight,
                "",
                0,
                Bar.of(9));
    }

    private static Candidate candidate(String formula) {
        List<ProgramId> parents = List.of(SEED.id());
        return Candidate.of(program(formula), new Descent(parents, "breeding", "graft"));
    }
}
