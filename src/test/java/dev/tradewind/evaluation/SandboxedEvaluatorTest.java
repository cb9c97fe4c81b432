package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Procedure.Stage;

import org.junit.jupiter.api.Test;

import java.util.List;

class SandboxedEvaluatorTest extends EvaluatorContract {

    private static final PreparedTask TASK = CurveTask.prepared();

    @Override
    Evaluator open() {
        return SameProcess.evaluator(TASK);
    }

    @Override
    Executable honest() {
        return CurveTask.line();
    }

    @Override
    Executable twin() {
        return CurveTask.curve("return xs.clone();");
    }

    @Override
    Executable other() {
        return CurveTask.curve("return new double[xs.length];");
    }

    @Override
    Executable failing() {
        return CurveTask.curve("throw new IllegalStateException();");
    }

    @Override
    Scores scores() {
        return CurveTask.LINE_SCORES;
    }

    @Override
    FailureCause cause() {
        return FailureCause.CRASH;
    }

    @Test
    void a_failure_names_the_instance_in_either_order() {
        Executable fails = CurveTask.curve("xs[0] = 1 / (int) (xs[0] - 10); return xs;");

        assertThat(List.of(evaluator.evaluate(fails, Split.TRAINING)))
                .extracting(SandboxedEvaluatorTest::detail)
                .containsExactly("far#1: threw java.lang.ArithmeticException");
        assertThat(List.of(evaluator.again(fails, Split.TRAINING)))
                .extracting(SandboxedEvaluatorTest::detail)
                .containsExactly("far#1: threw java.lang.ArithmeticException");
    }

    @Test
    void a_sample_takes_instances_from_the_first_at_equal_steps() {
        Executable fails = CurveTask.curve("xs[0] = 1 / (int) (xs[0] - 10); return xs;");

        assertThat(detail(evaluator.sample(fails, 2)))
                .isEqualTo("far#1: threw java.lang.ArithmeticException");
        assertThat(evaluator.sample(fails, 3)).isInstanceOf(Scored.class);
    }

    private static Stage stage(String suite, int every) {
        return new Stage("part", List.of(suite), every, false, Double.POSITIVE_INFINITY);
    }

    @Test
    void a_stage_runs_the_suites_it_names_and_so_many_of_their_instances() {
        assertThat(List.of(stage("far", 1), stage("near", 2), stage("far", 2)))
                .map(each -> evaluator.stage(honest(), each))
                .extracting(each -> ((Scored) each).scores())
                .containsExactly(Scores.of(91), Scores.of(5 / 3.0), Scores.of(91));
    }

    @Test
    void a_failure_on_a_stage_names_the_instance_as_everywhere() {
        Executable fails = CurveTask.curve("xs[0] = 1 / (int) (xs[0] - 10); return xs;");

        assertThat(detail(evaluator.stage(fails, stage("far", 1))))
                .isEqualTo("far#1: threw java.lang.ArithmeticException");
    }

    @Test
    void a_stage_of_no_known_suite_is_told_of_before_anything_runs() {
        Procedure wrong = new Procedure(List.of(stage("fra", 1)), 0);

        assertThatThrownBy(() -> CurveTask.prepared(wrong))
                .isInstanceOf(EvaluatorFault.class)
                .hasMessageContaining("\"part\" runs suite \"fra\"")
                .hasMessageContaining("Allowed: near, far.");
    }

    @Test
    void nothing_is_told_of_a_sample_but_its_worth() {
        assertThat(evaluator.sample(honest(), 2))
                .isInstanceOfSatisfying(
                        Scored.class,
                        scored -> assertThat(scored.breakdown()).isEqualTo(Breakdown.NONE));
    }

    @Test
    void the_first_invalid_certificate_in_the_order_of_running_is_named() {
        Executable one = CurveTask.curve("return new double[1];");
        Executable none = CurveTask.curve("return new double[0];");

        assertThat(detail(evaluator.evaluate(one, Split.TRAINING)))
                .isEqualTo("near#1: 1 values for 3");
        assertThat(detail(evaluator.again(none, Split.TRAINING)))
                .isEqualTo("far#1: 0 values for 1");
    }

    @Test
    void a_hopeless_candidate_is_stopped_with_the_scorers_reason() {
        Executable soars = CurveTask.curve("xs[0] = 2e6; return xs;");

        assertThat(evaluator.evaluate(soars, Split.TRAINING))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> {
                            assertThat(failed.cause()).isEqualTo(FailureCause.HOPELESS);
                            assertThat(failed.detail()).isEqualTo("near#1: reached 2000000.0");
                        });
    }

    @Test
    void giving_up_without_being_hopeless_is_no_way_round_the_rest() {
        PreparedTask lazy = CurveTask.spoilt("worst > 1e6", "worst < 1e6");

        try (var evaluator = SameProcess.evaluator(lazy)) {
            assertThat(detail(evaluator.evaluate(honest(), Split.TRAINING)))
                    .isEqualTo("stopped after 1 of 3 instances without being hopeless");
        }
    }

    @Test
    void suites_are_scored_one_by_one() {
        List<SuiteResult> results =
                sandboxed().suites(honest(), TASK.suites(Split.TRAINING), false);

        assertThat(results).extracting(SuiteResult::name).containsExactly("near", "far");
        assertThat(results)
                .extracting(one -> ((Scored) one.evaluation()).scores().first())
                .containsExactly(2.0, 91.0);
        assertThat(results).allMatch(one -> one.certificates().isEmpty());
    }

    @Test
    void certificates_are_printed_when_asked_for() {
        List<? extends Suite<?>> suites = TASK.suites(Split.TEST);

        assertThat(sandboxed().suites(honest(), suites, true))
                .extracting(SuiteResult::certificates)
                .containsExactly(List.of("3 values", "1 values"), List.of("1 values"));
        assertThat(sandboxed().suites(failing(), suites, true))
                .allMatch(one -> one.certificates().isEmpty());
    }

    @Test
    void a_task_without_instance_files_says_so() {
        assertThatThrownBy(() -> TASK.read(java.nio.file.Path.of("mine.txt")))
                .hasMessage("this task does not read instance files");
    }

    private SandboxedEvaluator sandboxed() {
        return (SandboxedEvaluator) evaluator;
    }

    private static String detail(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Failed.class);
        return ((Failed) evaluation).detail();
    }
}
