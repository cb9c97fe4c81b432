package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

/// What every evaluator promises.
abstract class EvaluatorContract {

    protected Evaluator evaluator;

    abstract Evaluator open();

    /// A candidate that gets [#scores] on training.
    abstract Executable honest();

    /// Another program that does exactly the same.
    abstract Executable twin();

    /// An honest candidate that does something else.
    abstract Executable other();

    /// A candidate that ends with [#cause].
    abstract Executable failing();

    abstract Scores scores();

    abstract FailureCause cause();

    @BeforeEach
    void start() {
        evaluator = open();
    }

    @AfterEach
    void stop() {
        evaluator.close();
    }

    @Test
    void an_honest_candidate_gets_its_exact_scores() {
        assertThat(training(honest())).extracting(Scored::scores).isEqualTo(scores());
    }

    @Test
    void candidates_that_do_the_same_have_equal_signatures_and_digests() {
        Scored honest = training(honest());
        Scored twin = training(twin());

        assertThat(twin.signature()).isEqualTo(honest.signature());
        assertThat(twin.digest()).isEqualTo(honest.digest());
    }

    @Test
    void candidates_that_do_otherwise_have_other_signatures_and_digests() {
        Scored honest = training(honest());
        Scored other = training(other());

        assertThat(other.signature()).isNotEqualTo(honest.signature());
        assertThat(other.digest()).isNotEqualTo(honest.digest());
    }

    @ParameterizedTest
    @EnumSource
    void an_honest_candidate_does_the_same_when_run_again(Split split) {
        Evaluation first = evaluator.evaluate(honest(), split);
        Evaluation second = evaluator.again(honest(), split);

        assertThat(first).isInstanceOf(Scored.class);
        assertThat(withoutTime(second)).isEqualTo(withoutTime(first));
    }

    @Test
    void a_sample_of_all_instances_is_the_training_set() {
        assertThat(withoutTime(evaluator.sample(honest(), 1)))
                .isEqualTo(withoutTime(evaluator.evaluate(honest(), Split.TRAINING)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, Integer.MAX_VALUE})
    void a_sample_says_the_same_each_time_and_tells_programs_apart(int every) {
        Object honest = withoutTime(evaluator.sample(honest(), every));
        assertThat(withoutTime(evaluator.sample(honest(), every))).isEqualTo(honest);
        assertThat(withoutTime(evaluator.sample(twin(), every))).isEqualTo(honest);
        assertThat(withoutTime(evaluator.sample(other(), every))).isNotEqualTo(honest);
        assertThat(withoutTime(evaluator.sample(failing(), every))).isEqualTo(cause());
    }

    @Test
    void a_failure_has_a_cause_and_a_line_that_says_why() {
        Evaluation failed = evaluator.evaluate(failing(), Split.TRAINING);

        assertThat(failed)
                .isInstanceOfSatisfying(
                        Failed.class,
                        one -> {
                            assertThat(one.cause()).isEqualTo(cause());
                            assertThat(one.detail()).isNotBlank().doesNotContain("\n");
                        });
    }

    @Test
    void threads_do_not_get_in_each_others_way() {
        List<Executable> mixed = List.of(honest(), failing(), other());
        List<Object> alone = mixed.stream().map(this::outcome).toList();

        List<Object> together =
                IntStream.range(0, 30)
                        .parallel()
                        .mapToObj(at -> outcome(mixed.get(at % mixed.size())))
                        .toList();

        for (int at = 0; at < together.size(); at++) {
            assertThat(together.get(at)).isEqualTo(alone.get(at % alone.size()));
        }
    }

    private Object outcome(Executable candidate) {
        return withoutTime(evaluator.evaluate(candidate, Split.TRAINING));
    }

    private static Object withoutTime(Evaluation evaluation) {
        return switch (evaluation) {
            case Scored one -> List.of(one.scores(), one.signature(), one.digest());
            case Failed one -> one.cause();
        };
    }

    private Scored training(Executable candidate) {
        Evaluation evaluation = evaluator.evaluate(candidate, Split.TRAINING);
        assertThat(evaluation).isInstanceOf(Scored.class);
        return (Scored) evaluation;
    }
}
