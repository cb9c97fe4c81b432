package dev.tradewind.law.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

final class LadderChoiceTest {

    private static final double[] CODEX = {0.012, 0.025, 0.042, 0.085, 0.3, 0.679, 2.5, 12};

    @ParameterizedTest
    @CsvSource({"0, 0.012", "0.1, 0.085", "0.3, 0.3", "3, 0.679", "10, 2.5", "100, 12"})
    void the_dearer_an_evaluation_the_larger_the_rung(double evaluation, double size) {
        SuccessLaw law = new SuccessLaw(0.9009, 0.7928, 0.3047);
        List<Odds> ladder =
                DoubleStream.of(CODEX)
                        .mapToObj(n -> new Odds("" + n, n + evaluation, law.success(n), 1))
                        .toList();
        assertThat(new LadderChoice(ladder).best().rung()).isEqualTo("" + size);
    }

    @Test
    void gains_decide_where_improvements_differ() {
        LadderChoice choice =
                new LadderChoice(
                        List.of(new Odds("often", 1, 0.1, 1), new Odds("rarely", 1, 0.05, 3)));
        assertThat(choice.soonest().rung()).isEqualTo("often");
        assertThat(choice.best().rung()).isEqualTo("rarely");
        assertThat(choice.regret("often")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void with_a_large_budget_the_longer_tail_overtakes() {
        LadderChoice choice =
                new LadderChoice(
                        List.of(new Odds("fast", 1, 0.2, 1), new Odds("deep", 10, 0.1, 2)));
        assertThat(choice.best().rung()).isEqualTo("fast");
        assertThat(choice.bestWithin(30, 0).rung()).isEqualTo("fast");
        assertThat(choice.bestWithin(10_000, 0).rung()).isEqualTo("deep");
    }

    @ParameterizedTest
    @CsvSource({"0.02, 100, 1.32224", "0.2, 10, 1.35009"})
    void the_best_of_many_is_the_sum_of_the_identity(double success, int many, double expected) {
        double sum = 0;
        for (int at = 1; at <= many; at++) {
            sum += (1 - Math.pow(1 - success, at)) / at;
        }
        double found = new BestOfMany(success, 1, 0).expected(many);
        assertThat(found).isCloseTo(sum, within(1e-9)).isCloseTo(expected, within(5e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 100, 0", "0.2, 10, 0", "0.05, 400, 0.2"})
    void the_best_of_many_agrees_with_drawing_it(double success, int many, double tail) {
        SplittableRandom random = new SplittableRandom(11);
        int rounds = 40_000;
        double sum = 0;
        double squares = 0;
        for (int round = 0; round < rounds; round++) {
            double best = drawn(random, success, many, tail);
            sum += best;
            squares += best * best;
        }
        double mean = sum / rounds;
        double error = Math.sqrt((squares / rounds - mean * mean) / rounds);
        assertThat(new BestOfMany(success, 1, tail).expected(many))
                .isCloseTo(mean, within(3 * error));
    }

    private static double drawn(SplittableRandom random, double success, int many, double tail) {
        double best = 0;
        for (int at = 0; at < many; at++) {
            if (random.nextDouble() < success) {
                double depth = random.nextExponential();
                double gain = tail == 0 ? depth : Math.expm1(tail * depth) / tail;
                best = Math.max(best, gain);
            }
        }
        return best;
    }

    @Test
    void far_out_the_best_grows_with_the_logarithm_or_with_the_power_of_the_tail() {
        double euler = 0.5772156649;
        assertThat(new BestOfMany(1e-4, 2, 0).expected(1e9))
                .isCloseTo(2 * (Math.log(1e5) + euler), within(1e-3));
        BestOfMany tail = new BestOfMany(1e-4, 1, 0.3);
        assertThat(Math.log(tail.expected(1e12) / tail.expected(1e10)) / Math.log(100))
                .isCloseTo(0.3, within(0.01));
        assertThat(tail.expected(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "0.1, 3", "0.3, 2"})
    void likeness_makes_fewer_answers_best(double likeness, int answers) {
        assertThat(new SamplesPerPrompt(200, 100 + 50, 0.05, likeness).best()).isEqualTo(answers);
    }

    @Test
    void equal_answers_count_for_one_and_unlike_ones_for_all() {
        assertThat(new SamplesPerPrompt(1, 1, 0.1, 1).effective(9)).isEqualTo(1);
        assertThat(new SamplesPerPrompt(1, 1, 0.1, 0).effective(9)).isEqualTo(9);
    }

    @Test
    void false_accepts_take_their_loss_and_cap_precision() {
        Odds weak = new Odds("weak", 2, 0.01, 5);
        assertThat(weak.worthUnder(0, 1)).isEqualTo(weak.worth());
        assertThat(weak.worthUnder(0.1, 1)).isCloseTo((0.05 - 0.099) / 2, within(1e-12));
        assertThat(weak.precisionUnder(0.01)).isCloseTo(0.01 / 0.0199, within(1e-12));
    }

    @Test
    void the_beta_tail_is_a_power() {
        TaskMix mix = new TaskMix(0.1708, 0.435);
        assertThat(mix.failure(1e4)).isCloseTo(0.15031287, within(1e-8));
        assertThat(mix.failureAfterMany(1e4)).isCloseTo(0.15031293, within(1e-8));
        assertThat(mix.failure(1e6) / mix.failureAfterMany(1e6)).isCloseTo(1, within(1e-4));
    }
}
