package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.Judging;
import dev.tradewind.evaluation.Workings.Steps;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who proposes for which task.
final class UsualLadderTest {

    @TempDir private Path folder;

    private Task task(Workings workings) {
        Task java = TaskReader.read(TaskFolder.in(folder).path(), Map.of());
        return new Task(
                java.name(),
                java.folder(),
                java.statement(),
                java.objectives(),
                java.seed(),
                workings,
                java.limits(),
                java.procedure(),
                java.parameters(),
                java.baselines(),
                java.examples());
    }

    private Task task(String kind) {
        Map<String, String> lowering =
                kind.equals("settings") ? Map.of("Lowers.java", "class Lowers {}") : Map.of();
        Workings process =
                new Workings.InProcess(
                        Map.of(),
                        Map.of(),
                        new Judging.InJava(Map.of()),
                        lowering,
                        new Steps(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                new Command(List.of("run"))));
        return task(
                kind.equals("java") ? new Workings.InJava(Map.of(), Map.of(), Map.of()) : process);
    }

    private static Ladder ladder(String provider) {
        return read(provider, Ladder.BREEDING, new Problems());
    }

    private static Ladder read(String provider, Ladder usual, Problems problems) {
        var said = new LinkedHashMap<String, Node>();
        Place place = Place.of("plan.yaml");
        if (!provider.isEmpty()) {
            said.put("ladder", new Node.Sequence(place, List.of(new Node.Text(place, provider))));
        }
        return LadderSection.read(
                new Section("", new Node.Mapping(place, said), problems), Path::of, usual);
    }

    @ParameterizedTest
    @CsvSource({"java, breeding", "settings, settings", "text, tuning"})
    void each_kind_of_task_has_a_proposer_without_a_model(String kind, String proposer) {
        Ladder usual = Ladder.usual(task(kind));
        assertThat(usual.rungs()).singleElement().extracting(Rung::name).isEqualTo(proposer);
        assertThat(read("", usual, new Problems())).isEqualTo(usual);
        assertThat(ladder(proposer)).isEqualTo(usual);
        assertThat(problems(proposer, kind)).isEmpty();
    }

    private List<String> problems(String provider, String kind) {
        Problems problems = new Problems();
        Section top = new Section("", Node.Mapping.empty(Place.of("plan.yaml")), problems);
        LadderSection.fit(top, ladder(provider), task(kind));
        if (problems.count() == 0) {
            return List.of();
        }
        return assertThatExceptionOfType(CampaignException.class)
                .isThrownBy(problems::throwIfAny)
                .actual()
                .problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breeding | settings | \"breeding\" grows Java programs | meant \"settings\".",
                "breeding:4 | text | \"breeding:4\" grows Java programs | meant \"tuning\".",
                "settings | text | \"settings\" moves the knobs of a lowering | meant \"tuning\".",
                "settings | java | \"settings\" moves the knobs of a lowering | meant \"breeding\".",
            })
    void a_rung_that_can_do_nothing_for_a_task_is_a_problem(
            String provider, String kind, String told, String fix) {
        assertThat(problems(provider, kind)).singleElement().asString().contains(told, fix);
    }

    @Test
    void numbers_are_tuned_whatever_the_task() {
        assertThat(problems("tuning", "java")).isEmpty();
        assertThat(problems("tuning", "settings")).isEmpty();
    }
}
