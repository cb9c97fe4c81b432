package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.MethodTask.Rows;
import dev.tradewind.program.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;

final class MethodTaskTest {

    private static final Program SEED = Program.of("Square.java", "// nothing yet");
    private static final List<Row> ROWS =
            IntStream.range(0, 8).mapToObj(x -> Row.of((double) x)).toList();

    private static final PreparedTask TASK =
            PreparedTask.of(
                    new MethodTask<>(
                                    "square",
                                    Double.class,
                                    SEED,
                                    Objective.minimise("error", "1"),
                                    Rows.dealt(ROWS))
                            .rated((row, y) -> Math.abs(y - row.number(0) * row.number(0))),
                    CurveTask.material());

    private static Evaluation evaluate(String method, Split split) {
        Executable candidate =
                CurveTask.program(
                        """
                        package candidate;

                        public final class Heuristic {
                            %s
                        }
                        """
                                .formatted(method));
        try (SandboxedEvaluator evaluator = SameProcess.evaluator(TASK)) {
            return evaluator.evaluate(candidate, split);
        }
    }

    @Test
    void rows_are_dealt_two_to_training_and_one_to_each_other_split() {
        Rows rows = Rows.dealt(ROWS);
        assertThat(rows.training())
                .extracting(row -> row.number(0))
                .containsExactly(0.0, 1.0, 4.0, 5.0);
        assertThat(rows.validation()).extracting(row -> row.number(0)).containsExactly(2.0, 6.0);
        assertThat(rows.test()).extracting(row -> row.number(0)).containsExactly(3.0, 7.0);
    }

    @ParameterizedTest
    @CsvSource({"x * x, 0", "x, 8", "x * x + 1, 1"})
    void the_score_is_the_mean_of_the_ratings(String expression, double error) {
        String method = "public static double square(double x) { return " + expression + "; }";
        assertThat(evaluate(method, Split.TRAINING))
                .isInstanceOfSatisfying(
                        Scored.class, one -> assertThat(one.scores()).isEqualTo(Scores.of(error)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    public static int square(double x) { return 1; } | returned a Integer
                    public static double cube(double x) { return 1; } | no public static method
                    public static double square(int x) { return 1; } | no public static method
                    public double square(double x) { return 1; } | no public static method
                    public static double square(double x) { return 0 / 0.0; } | counted
                    """)
    void what_is_no_answer_is_an_invalid_result(String method, String why) {
        assertThat(evaluate(method, Split.VALIDATION))
                .isInstanceOfSatisfying(
                        Failed.class,
                        one -> {
                            assertThat(one.cause()).isEqualTo(FailureCause.INVALID_RESULT);
                            assertThat(one.detail()).contains(why);
                        });
    }

    @Test
    void what_cannot_travel_is_no_argument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Row.of("text"))
                .withMessageContaining("cannot be a java.lang.String; allowed are boolean");
    }
}
