package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Marks;
import dev.tradewind.evaluation.Measure;
import dev.tradewind.evaluation.Objective;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What a `task.yaml` says of objectives and measures.
final class ObjectivesReadingTest {

    private final Problems problems = new Problems();

    private ObjectiveSection read(String yaml) {
        Node.Mapping mapping = YamlFile.parse(Place.of("task.yaml"), yaml, problems);
        return new ObjectiveSection(new Section("", mapping, problems));
    }

    @Test
    void target_bound_reference_and_measures_are_read() {
        ObjectiveSection read =
                read(
                        """
                        objectives:
                          - {name: gap, direction: minimise, unit: "%", target: 0.1, at most: 0.3}
                          - {name: speed, direction: maximise, at least: 0.5, reference: 0.4}
                        measures:
                          - {name: peak, unit: "%"}
                        """);
        assertThat(read.objectives())
                .containsExactly(
                        Objective.minimise("gap", "%")
                                .with(
                                        new Marks(
                                                new Mark.At(0.1),
                                                new Mark.At(0.3),
                                                new Mark.None())),
                        Objective.maximise("speed", "1")
                                .with(
                                        new Marks(
                                                new Mark.None(),
                                                new Mark.At(0.5),
                                                new Mark.At(0.4))));
        assertThat(read.measures()).isEqualTo(List.of(new Measure("peak", "%")));
        problems.throwIfAny();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    direction: minimise, at least: 3   | Maybe you meant "at most"
                    direction: maximise, at most: 3    | Maybe you meant "at least"
                    direction: minimise, target: .inf  | is not
                    direction: minimise, target: 4, at most: 3    | misses the objective's own bound
                    direction: minimise, target: 4, reference: 3  | worse than what is hoped for
                    direction: minimise, goal: 4       | unknown key
                    """)
    void what_cannot_be_meant_is_refused_with_a_way_out(String said, String told) {
        read("objectives: [{name: gap, " + said + "}]").objectives();
        assertThatExceptionOfType(CampaignException.class)
                .isThrownBy(problems::throwIfAny)
                .withMessageContaining(told);
    }

    @Test
    void a_name_stands_for_one_thing() {
        read("objectives: [{name: a, direction: minimise}, {name: a, direction: maximise}]")
                .objectives();
        assertThatExceptionOfType(CampaignException.class)
                .isThrownBy(problems::throwIfAny)
                .withMessageContaining("named twice");
    }
}
