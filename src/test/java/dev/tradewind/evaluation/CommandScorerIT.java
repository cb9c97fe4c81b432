package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.Judging;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What a judge in a process of its own may answer, and what is said when it answers otherwise.
final class CommandScorerIT {

    private static final JsonNode INSTANCE = JsonNodeFactory.instance.numberNode(1);
    private static final List<Tally> TALLIES = List.of(Tally.of(1, 2));

    @TempDir Path folder;

    private final List<CommandScorer> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(CommandScorer::close);
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void answers_become_suites_judgements_objectives_measures_and_remarks() throws IOException {
        assertThat(
                        judge("{\"suites\": [{\"name\": \"a\", \"instances\": [1, [2]]}]}")
                                .suites(
                                        Split.TEST,
                                        new Material(new SplittableRandom(1), folder, Map.of())))
                .singleElement()
                .satisfies(suite -> assertThat(suite.instances()).hasSize(2));
        assertThat(judge("{\"tally\": [3, 4.5]}").judge(INSTANCE, certificate("[1]")))
                .isEqualTo(new Judgement.Counted(Tally.of(3, 4.5)));
        assertThat(judge("{\"invalid\": \"no\"}").judge(INSTANCE, certificate("[1]")))
                .isEqualTo(new Judgement.Invalid("no"));
        assertThat(judge("{\"hopeless\": \"bad\"}").judge(INSTANCE, certificate("[1]")))
                .isEqualTo(new Judgement.Hopeless("bad"));
        assertThat(judge("{\"objectives\": [7]}").objectives(Split.TRAINING, TALLIES))
                .isEqualTo(Scores.of(7));
        assertThat(judge("{\"measures\": [7, 8]}").measures(Split.TRAINING, TALLIES))
                .isEqualTo(Measures.of(7, 8));
        assertThat(judge("{\"remark\": \"look\"}").remark(TALLIES)).isEqualTo("look");
    }

    @Test
    void a_task_without_measures_does_not_ask_for_them() {
        CommandScorer scorer = scorer("exit 1", 0);
        assertThat(scorer.measures(Split.TRAINING, TALLIES)).isEqualTo(Measures.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"tally": [1}             @ no JSON at column
                    score 12                  @ Maybe something is printed beside the answer: score 12
                    [1, 2]                    @ no JSON object: [1, 2]
                    {"tally": [NaN]}          @ no JSON at column
                    {"tally": ["1"]}          @ "tally[0]" is "1", where a number is expected
                    {"tally": 3}              @ "tally" is 3, where a list is expected
                    {"tallies": [3]}          @ none of the keys tally, invalid, hopeless
                    {"tally": [1], "invalid": "x"} @ 2 of the keys
                    {"invalid": 3}            @ "invalid" is 3, where a text is expected
                    """)
    void a_wrong_answer_is_told_with_line_and_key(String answer, String said) {
        CommandScorer judge = judge(answer);
        assertThatThrownBy(() -> judge.judge(INSTANCE, certificate("1")))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("line 1 of the judge, which answers \"judge\"")
                .hasMessageContaining(said);
        assertThatThrownBy(() -> judge.judge(INSTANCE, certificate("1")))
                .hasMessageContaining("line 2 of the judge");
    }

    @Test
    void a_fault_in_one_of_several_suites_is_told_with_its_place() {
        CommandScorer judge =
                judge("{\"suites\": [{\"name\": \"a\", \"instances\": []}, {\"name\": \"b\"}]}");
        assertThatThrownBy(
                        () ->
                                judge.suites(
                                        Split.TEST,
                                        new Material(new SplittableRandom(1), folder, Map.of())))
                .hasMessageContaining("\"suites[1].instances\" is missing");
    }

    @Test
    void a_judge_that_ends_is_told_of_with_its_last_words() {
        CommandScorer judge = scorer("read -r line; echo no such shop >&2; exit 1", 0);
        assertThatThrownBy(() -> judge.judge(INSTANCE, certificate("1")))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("gives no answer on line 1")
                .hasMessageContaining("no such shop");
    }

    @Test
    void an_infinite_objective_is_none() {
        CommandScorer judge = judge("{\"objectives\": [1e999]}");
        assertThatThrownBy(() -> judge.objectives(Split.TRAINING, TALLIES))
                .isInstanceOf(Scores.NotFinite.class);
    }

    /// One that answers everything alike.
    private CommandScorer judge(String answer) {
        return scorer("while read -r line; do echo '%s'; done".formatted(answer), 2);
    }

    private CommandScorer scorer(String script, int measures) {
        Judging.ByCommand judging =
                new Judging.ByCommand(
                        Map.of("judge.sh", script), new Command(List.of("sh", "judge.sh")));
        CommandScorer scorer = new CommandScorer(new JudgeProcess(judging, folder), measures);
        started.add(scorer);
        return scorer;
    }

    private static DataInputStream certificate(String json) {
        return new DataInputStream(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
