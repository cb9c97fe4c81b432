package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.evaluation.Workings.Judging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

final class ProcessReadingTest {

    private static final String TASK =
            """
            objectives:
              - name: error
                direction: minimise
            language: python
            evaluator:
              run: python3 /tools/run.py
            """;

    @TempDir Path path;

    @Test
    void commands_are_split_at_blanks_or_listed_word_by_word() {
        String text = TASK + "  check: [\"gcc -c a.c\", [sh, -c, \"a b\"]]\n";
        InProcess workings = read(text);
        assertThat(workings.steps().run().words()).containsExactly("python3", "/tools/run.py");
        assertThat(workings.steps().check().get(0).words()).containsExactly("gcc", "-c", "a.c");
        assertThat(workings.steps().check().get(1).words()).containsExactly("sh", "-c", "a b");
        assertThat(workings.steps().build()).isEmpty();
    }

    @Test
    void a_judge_is_a_command_and_its_files() {
        InProcess workings = read(TASK + "  judge: {command: python3 judge.py}\n");
        assertThat(workings.judging())
                .isInstanceOfSatisfying(
                        Judging.ByCommand.class,
                        judge -> assertThat(judge.files()).containsOnlyKeys("judge.py"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    judge: {files: evaluator/judge}   | is missing. Give what speaks for it, such as python3 judge.py.
                    harness: evaluator/harness        | runs candidates in Java only.
                    """)
    void what_does_not_fit_is_told_with_its_place(String line, String said) {
        assertThatThrownBy(() -> read(TASK + "  " + line + "\n"))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("task.yaml")
                .hasMessageContaining(said);
    }

    @Test
    void a_judge_and_a_scorer_are_one_too_many() {
        String both = "  judge: {command: python3 judge.py}\n  scorer: evaluator/scorer\n";
        assertThatThrownBy(() -> read(TASK + both))
                .hasMessageContaining("there is a scorer too, and only one can say");
    }

    @Test
    void without_a_run_command_there_is_nothing_to_do() {
        assertThatThrownBy(() -> read(TASK.replace("run: python3 /tools/run.py", "check: []")))
                .hasMessageContaining("is missing: the command that runs a candidate");
    }

    private InProcess read(String yaml) {
        TaskFolder.in(path).with("task.yaml", yaml).with("evaluator/judge/judge.py", "pass\n");
        return (InProcess) CampaignReader.read(path, List.of()).task().workings();
    }
}
