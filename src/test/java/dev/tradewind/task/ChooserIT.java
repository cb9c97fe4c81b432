package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.campaign.TaskReader;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.search.Assembly;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

/// Rules that choose schedules, asked in a worker, and what they chose timed by commands.
final class ChooserIT {

    private static final Map<String, String> ONE_SMALL_SHAPE =
            Map.of("training", "small=40x48x24", "validation", "small=33x20x7");

    private static Task task;
    private static Assembly assembly;

    @BeforeAll
    static void assemble() {
        task = TaskReader.read(Path.of("evaluators/sgemm/choose"), ONE_SMALL_SHAPE);
        assembly = Assembly.of(CompiledTask.of(task), 1, 1, IsolationProbe.probe().chosen());
    }

    @AfterAll
    static void close() {
        assembly.close();
    }

    private static Evaluation example(String name) {
        return task.examples().stream()
                .filter(example -> example.name().equals(name))
                .map(example -> assembly.evaluate(example.program(), Split.TRAINING))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_schedule_of_a_rule_is_built_and_timed() {
        assertThat(assembly.evaluate(task.seed(), Split.VALIDATION))
                .isInstanceOfSatisfying(
                        Scored.class,
                        scored -> {
                            assertThat(scored.scores().first()).isBetween(0.01, 100.0);
                            assertThat(scored.measures().values()).hasSize(4);
                        });
    }

    @Test
    void wild_numbers_are_timed_too() {
        assertThat(example("good/wild")).isInstanceOf(Scored.class);
    }

    /// Its figures are those of before to the last digit, which two measurements never have.
    @Test
    void a_rule_that_chooses_what_another_one_chose_is_not_timed_again() {
        Program sameInOtherWords = withRows("m < 0 ? 6 : 7");
        Scored first = (Scored) assembly.evaluate(withRows("7"), Split.TRAINING);
        Scored same = (Scored) assembly.evaluate(sameInOtherWords, Split.TRAINING);
        Scored repeated = (Scored) assembly.evaluateTwice(sameInOtherWords);

        assertThat(same.scores()).isEqualTo(first.scores());
        assertThat(same.measures()).isEqualTo(first.measures());
        assertThat(same.signature()).isEqualTo(first.signature());
        assertThat(same.cpu()).isLessThan(first.cpu());
        assertThat(repeated.cpu()).isGreaterThan(same.cpu());
    }

    /// The seed with other rows: no other test's schedule, so that it is timed here first.
    private static Program withRows(String rows) {
        String path = task.seed().files().firstKey();
        String text = task.seed().text(path).replace("rows = 6;", "rows = " + rows + ";");
        return task.seed().with(path, text);
    }

    @Test
    void rules_that_choose_otherwise_have_another_signature() {
        Scored first = (Scored) assembly.evaluate(task.seed(), Split.TRAINING);

        assertThat(((Scored) example("good/narrow-tiles")).signature())
                .isNotEqualTo(first.signature());
    }

    @Test
    void a_rule_that_answers_otherwise_when_asked_again_is_refused() {
        assertThat(example("cheating/counts-its-calls"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> {
                            assertThat(failed.cause()).isEqualTo(FailureCause.INVALID_RESULT);
                            assertThat(failed.detail()).contains("asked again");
                        });
    }

    @Test
    void a_rule_without_an_answer_is_refused() {
        assertThat(example("bad/returns-null"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.detail()).contains("it chose null"));
    }
}
