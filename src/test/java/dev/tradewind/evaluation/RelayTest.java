package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;

import org.junit.jupiter.api.Test;

import java.util.List;

/// A candidate that goes through two processes: what it makes of numbers in the first is what it is
/// given in the second, and should come to the numbers again.
class RelayTest {

    private static final String SCORER =
            """
            package curves.scorer;

            import dev.tradewind.evaluation.*;
            import java.io.*;
            import java.util.*;

            public final class Error implements Scorer<Error.Leg> {

                public record Leg(double[] sent, double[] wanted) {}

                @Override
                public List<Suite<Leg>> suites(Split split, Material material) {
                    double[] few = {1, 2};
                    double[] more = {3, 4, 5};
                    double[] none = {};
                    return List.of(
                            new Suite<>("few", List.of(new Leg(few, none))),
                            new Suite<>("more", List.of(new Leg(more, none))));
                }

                @Override
                public int legs() {
                    return 2;
                }

                @Override
                public void write(Leg leg, DataOutput out) throws IOException {
                    out.writeInt(leg.sent().length);
                    for (double x : leg.sent()) {
                        out.writeDouble(x);
                    }
                }

                @Override
                public Judgement judge(Leg leg, DataInput in) throws IOException {
                    double[] answer = new double[in.readInt()];
                    for (int at = 0; at < answer.length; at++) {
                        answer[at] = in.readDouble();
                    }
                    if (leg.wanted().length == 0) {
                        return new Judgement.Onward(new Leg(answer, leg.sent()));
                    }
                    double error = 0;
                    for (int at = 0; at < leg.wanted().length; at++) {
                        error += Math.abs(answer[at] - leg.wanted()[at]);
                    }
                    return new Judgement.Counted(Tally.of(error));
                }

                @Override
                public List<Tally> charge(List<Tally> tallies, Map<String, byte[]> classes) {
                    return tallies.stream()
                            .map(one -> Tally.of(one.amount(0) + 0.5 * classes.size()))
                            .toList();
                }

                @Override
                public Scores objectives(Split split, List<Tally> tallies) {
                    return Scores.of(tallies.stream().mapToDouble(one -> one.amount(0)).sum());
                }
            }
            """;

    private static final Executable NEGATIVE =
            CurveTask.curve("for (int at = 0; at < xs.length; at++) xs[at] = -xs[at]; return xs;");

    private static final Executable REMEMBERS =
            CurveTask.curve(
                    "if (xs.length == 1) return kept.clone();"
                            + " kept = xs.clone(); return new double[1];",
                    "static double[] kept;");

    private static PreparedTask task(String scorer) {
        Task task = CurveTask.task(CurveTask.CONTRACT, CurveTask.HARNESS, scorer);
        return PreparedTask.of(CompiledTask.of(task), CurveTask.material());
    }

    @Test
    void what_the_first_process_answered_is_the_instance_of_the_second() {
        try (Evaluator evaluator = SameProcess.evaluator(task(SCORER))) {
            assertThat(scored(evaluator.evaluate(NEGATIVE, Split.TRAINING)).scores())
                    .isEqualTo(Scores.of(1));
            assertThat(scored(evaluator.evaluate(NEGATIVE, Split.TEST)).scores())
                    .isEqualTo(Scores.of(1));
        }
    }

    @Test
    void a_candidate_finds_nothing_in_the_second_process_that_it_left_in_the_first() {
        try (Evaluator evaluator = SameProcess.evaluator(task(SCORER))) {
            assertThat(evaluator.evaluate(REMEMBERS, Split.TRAINING))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.cause()).isEqualTo(FailureCause.CRASH));
        }
    }

    @Test
    void running_again_in_reversed_order_comes_to_the_same_in_both_processes() {
        try (Evaluator evaluator = SameProcess.evaluator(task(SCORER))) {
            Scored once = scored(evaluator.evaluate(NEGATIVE, Split.TRAINING));
            Scored again = scored(evaluator.again(NEGATIVE, Split.TRAINING));

            assertThat(again.digest()).isEqualTo(once.digest());
            assertThat(again.scores()).isEqualTo(once.scores());
        }
    }

    @Test
    void what_either_process_answered_is_in_the_digest() {
        Executable twice =
                CurveTask.curve(
                        "for (int at = 0; at < xs.length; at++) xs[at] = xs[at] > 6 ? xs[at] - 6 :"
                                + " xs[at] + 6; return xs;");
        try (Evaluator evaluator = SameProcess.evaluator(task(SCORER))) {
            Scored negative = scored(evaluator.evaluate(NEGATIVE, Split.TRAINING));
            Scored shifted = scored(evaluator.evaluate(twice, Split.TRAINING));

            assertThat(shifted.scores()).isEqualTo(negative.scores());
            assertThat(shifted.digest()).isNotEqualTo(negative.digest());
        }
    }

    @Test
    void the_processes_of_the_second_leg_are_told_no_instances() {
        PreparedTask task = task(SCORER);

        assertThat(task.stranger().greeting().length).isLessThan(task.child().greeting().length);
    }

    @Test
    void a_scorer_that_goes_on_and_on_is_at_fault() {
        PreparedTask endless = task(SCORER.replace("if (leg.wanted().length == 0)", "if (true)"));
        try (Evaluator evaluator = SameProcess.evaluator(endless)) {
            assertThatThrownBy(() -> evaluator.evaluate(NEGATIVE, Split.TRAINING))
                    .isInstanceOf(EvaluatorFault.class)
                    .hasMessageContaining("from leg 2 of 2");
        }
    }

    @Test
    void a_scorer_that_sends_some_instances_onward_is_at_fault() {
        PreparedTask some =
                task(SCORER.replace("leg.wanted().length == 0", "leg.sent().length == 2"));
        try (Evaluator evaluator = SameProcess.evaluator(some)) {
            assertThatThrownBy(() -> evaluator.evaluate(NEGATIVE, Split.TRAINING))
                    .isInstanceOf(EvaluatorFault.class)
                    .hasMessageContaining("sends 1 of 2 instances onward");
        }
    }

    @Test
    void one_kind_of_process_is_not_enough_for_two_legs() {
        PreparedTask task = task(SCORER);

        assertThatThrownBy(() -> new SandboxedEvaluator(task, new SameProcess(task)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sandbox of strangers");
    }

    private static Scored scored(Evaluation evaluation) {
        assertThat(List.of(evaluation)).hasOnlyElementsOfType(Scored.class);
        return (Scored) evaluation;
    }
}
