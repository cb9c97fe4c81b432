package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.program.Program;
import dev.tradewind.report.RunFolder;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Examined;
import dev.tradewind.search.Outcome;
import dev.tradewind.search.Run;
import dev.tradewind.search.Trades;
import dev.tradewind.search.Watch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `best`, `top` and `show` on a run with two objectives, of which there is no report yet.
final class FrontLookingTest {

    @TempDir Path root;

    private final List<Program> front = new ArrayList<>();

    @BeforeEach
    void a_run() throws InterruptedException {
        RunFolder run = new RunFolder(root.resolve("trades/001"));
        Folders.write(run.plan(), "task: .\n");
        try (Assembly assembly = Trades.assembly()) {
            Outcome outcome =
                    new Run(Trades.campaign(200), run.journal()).start(assembly, Watch.nobody());
            outcome.front().stream().map(Examined::program).forEach(front::add);
        }
    }

    private Said by(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--results", root));
        return Said.by(all.toArray());
    }

    private static Scores scores(JsonNode program) {
        JsonNode objectives = program.get("objectives");
        return new Scores(
                List.of(objectives.get("digits").asDouble(), objectives.get("length").asDouble()));
    }

    @Test
    void the_best_are_the_front_the_run_ended_with_and_none_is_preferred_to_another()
            throws IOException {
        JsonNode document = by("best", "--json").document();
        assertThat(document.fieldNames())
                .toIterable()
                .containsExactly("schema", "run", "hypervolume", "programs");
        assertThat(document.get("schema").asText()).isEqualTo("tradewind/front/1");
        assertThat(document.get("hypervolume").asDouble()).isPositive();
        List<JsonNode> programs = new ArrayList<>();
        document.get("programs").forEach(programs::add);
        assertThat(programs)
                .hasSizeGreaterThan(2)
                .extracting(program -> program.get("id").asText())
                .containsExactlyElementsOf(front.stream().map(one -> one.id().hex()).toList());
        Preference preference = new Preference(Trades.task().objectives());
        for (JsonNode one : programs) {
            assertThat(one.get("measures").has("sums")).isTrue();
            assertThat(programs)
                    .noneMatch(other -> preference.dominates(scores(other), scores(one)));
        }
    }

    @Test
    void they_are_listed_with_every_objective_and_measure() {
        Said said = by("best");
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("front of " + front.size(), "hypervolume");
        assertThat(said.out())
                .containsPattern("flight +id +digits +length characters +sums +size")
                .contains(front.stream().map(one -> one.id().brief()).toList());
    }

    @Test
    void each_one_has_a_folder_where_they_are_written() {
        by("best", "--out", root.resolve("out"));
        assertThat(front)
                .allSatisfy(
                        program ->
                                assertThat(root.resolve("out").resolve(program.id().brief()))
                                        .isDirectoryContaining("regex:.*Sum.java"));
    }

    @Test
    void the_top_begins_with_both_ends_of_the_front() throws IOException {
        JsonNode document = by("top", "--json").document();
        List<String> first = new ArrayList<>();
        document.get("programs").forEach(program -> first.add(program.get("id").asText()));
        List<String> ends = List.of(front.getFirst().id().hex(), front.getLast().id().hex());
        assertThat(first.subList(0, 2)).containsExactlyInAnyOrderElementsOf(ends);
    }

    @Test
    void a_program_is_shown_with_all_it_reached() {
        Said said = by("show", front.getFirst().id().brief());
        assertThat(said.out()).containsPattern("[0-9]+ digits, [0-9]+ characters length");
    }
}
