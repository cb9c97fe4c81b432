package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Candidate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class StagesTest {

    private static final Executable CANDIDATE =
            new Executable(Candidate.seed(Lights.SEED), "print", "Sum", Map.of());
    private static final Stage SMALL = new Stage("small", List.of("few"), 1, false, 4);
    private static final Stage WIDE =
            new Stage("wide", List.of(), 4, false, Double.POSITIVE_INFINITY);

    private final List<String> ran = new ArrayList<>();

    private static Evaluation scored(double value) {
        return new Scored(
                Scores.of(value), new Signature(1), "", Breakdown.NONE, Duration.ofMillis(10));
    }

    /// @param small what comes of the first stage
    private Evaluation training(Objective objective, Evaluation small, double parent) {
        Evaluator evaluator =
                new Evaluator() {
                    @Override
                    public Evaluation evaluate(Executable candidate, Split split) {
                        ran.add(split.name());
                        return scored(1).plus(Duration.ofMillis(90));
                    }

                    @Override
                    public Evaluation stage(Executable candidate, Stage stage) {
                        ran.add(stage.name());
                        return stage.equals(SMALL) ? small : scored(1_000);
                    }
                };
        return new Stages(evaluator, task(objective)).training(CANDIDATE, parent);
    }

    private static Task task(Objective objective) {
        Task plain = Lights.campaign(1).task().with(new Procedure(List.of(SMALL, WIDE), 0));
        return new Task(
                plain.name(),
                plain.folder(),
                plain.statement(),
                List.of(objective),
                plain.seed(),
                plain.workings(),
                plain.limits(),
                plain.procedure(),
                plain.parameters(),
                plain.baselines(),
                plain.examples());
    }

    @Test
    void who_passes_runs_all_stages_in_order_and_pays_for_them() {
        Evaluation found = training(Objective.maximise("speed", "1"), scored(0.3), 1.2);
        assertThat(ran).containsExactly("small", "wide", "TRAINING");
        assertThat(found)
                .isInstanceOfSatisfying(
                        Scored.class, scored -> assertThat(scored.scores().first()).isEqualTo(1));
        assertThat(found.cpu()).isEqualTo(Duration.ofMillis(10 + 10 + 100));
    }

    @Test
    void who_fails_on_a_stage_goes_no_further_and_keeps_the_cause() {
        Failed crash = new Failed(FailureCause.CRASH, "few#1: fell over", Duration.ofMillis(3));
        assertThat(training(Objective.maximise("speed", "1"), crash, 1))
                .isEqualTo(
                        new Failed(
                                FailureCause.CRASH,
                                "small: few#1: fell over",
                                Duration.ofMillis(3)));
        assertThat(ran).containsExactly("small");
    }

    @Test
    void who_is_worse_than_slack_allows_is_hopeless_and_told_by_how_much() {
        assertThat(training(Objective.maximise("speed", "1"), scored(0.29), 1.2))
                .isEqualTo(
                        new Failed(
                                FailureCause.HOPELESS,
                                "small: speed 0.290000, where at least 0.300000 was wanted: the"
                                        + " parent's 1.20000 and slack 4.00000",
                                Duration.ofMillis(10)));
        assertThat(ran).containsExactly("small");
    }

    @ParameterizedTest
    @CsvSource({
        "minimise, 2, 8, true",
        "minimise, 2, 8.1, false",
        "minimise, 2, -1, true",
        "maximise, 2, 0.5, true",
        "maximise, 2, 0.4, false",
        "maximise, 2, -1, false",
        "minimise, 0, 100, true",
        "minimise, -2, 100, true",
        "maximise, 0, -100, true",
        "maximise, -2, -100, true",
    })
    void slack_is_a_factor_and_speaks_of_parents_above_zero_alone(
            String direction, double parent, double value, boolean passes) {
        Objective objective =
                direction.equals("minimise")
                        ? Objective.minimise("cost", "1")
                        : Objective.maximise("speed", "1");
        assertThat(training(objective, scored(value), parent) instanceof Scored).isEqualTo(passes);
    }
}
