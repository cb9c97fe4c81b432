package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Workings;
import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.evaluation.Workings.Onward;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What takes over from candidates in Java, as a task says it.
final class OnwardReadingTest {

    @TempDir private Path folder;

    private Onward onward(String yaml) {
        TaskFolder.in(folder).with("evaluator/tools/time.sh", "cat").saying(yaml);
        return ((Workings.InJava) TaskReader.read(folder, Map.of()).workings()).onward();
    }

    @Test
    void without_a_word_a_candidate_goes_on_itself() {
        assertThat(onward("")).isEqualTo(new Onward.Candidate());
    }

    @Test
    void commands_take_over_with_their_tools() {
        Onward found = onward("evaluator: {onward: {prepare: [gcc -o a a.c], run: sh time.sh}}");

        InProcess commands = ((Onward.Commands) found).commands();
        assertThat(commands.tools()).containsOnlyKeys("time.sh");
        assertThat(commands.steps().prepare())
                .containsExactly(new Command(List.of("gcc", "-o", "a", "a.c")));
        assertThat(commands.steps().build()).isEmpty();
        assertThat(commands.steps().run()).isEqualTo(new Command(List.of("sh", "time.sh")));
    }

    @Test
    void their_files_are_part_of_what_decides_an_evaluation() {
        TaskFolder.in(folder)
                .with("evaluator/tools/time.sh", "cat")
                .saying("evaluator: {onward: {run: sh time.sh}}");

        assertThat(TaskReader.read(folder, Map.of()).workings().texts())
                .containsEntry("onward tools", Map.of("time.sh", "cat"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prepare: [true]          | evaluator.onward.run: is missing",
                "run: cat, check: [true]  | evaluator.onward.check: unknown key",
            })
    void what_it_lacks_or_has_too_much_is_told(String commands, String problem) {
        assertThatThrownBy(() -> onward("evaluator: {onward: {%s}}".formatted(commands)))
                .hasMessageContaining(problem);
    }

    @Test
    void candidates_that_run_as_processes_have_nobody_to_take_over() {
        assertThatThrownBy(() -> onward("language: c\nevaluator: {run: a, onward: {run: b}}"))
                .hasMessageContaining("takes over from candidates in Java");
    }
}
