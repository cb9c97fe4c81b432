package dev.tradewind.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

class DrawTest {

    private static final int DRAWS = 50_000;

    private final RandomGenerator random = Streams.generator(11);

    @Test
    void odds_are_exponential_in_spreads_from_best_to_median() {
        List<Double> merits = List.of(-3.0, -3.5, -4.0, -5.0, -9.0);
        double[] odds = merits.stream().mapToDouble(merit -> Math.exp((merit + 3) / 0.5)).toArray();
        assertThat(agreement(merits, new Draw(0.5), odds)).isGreaterThan(0.001);
    }

    @Test
    void the_unit_of_the_objective_changes_nothing() {
        List<Double> percents = List.of(-3.0, -3.5, -4.0, -5.0, -9.0);
        List<Double> thousandths = percents.stream().map(merit -> merit * 10 + 500).toList();
        double[] odds = percents.stream().mapToDouble(merit -> Math.exp((merit + 3) / 2)).toArray();
        assertThat(agreement(thousandths, new Draw(2), odds)).isGreaterThan(0.001);
    }

    @Test
    void a_hopeless_straggler_does_not_blunt_the_choice_between_the_others() {
        List<Double> merits = List.of(-3.0, -4.0, -5.0, -1e300);
        double[] odds = {1, Math.exp(-0.5), Math.exp(-1), 1e-12};
        assertThat(agreement(merits, new Draw(1), odds)).isGreaterThan(0.001);
    }

    @Test
    void equals_have_equal_chances() {
        assertThat(agreement(List.of(2.0, 2.0, 2.0), new Draw(0.1), new double[] {1, 1, 1}))
                .isGreaterThan(0.001);
    }

    @Test
    void where_most_equal_the_best_the_worst_gives_the_spread() {
        double[] odds = {1, 1, 1, Math.exp(-1)};
        assertThat(agreement(List.of(2.0, 2.0, 2.0, 1.0), new Draw(1), odds)).isGreaterThan(0.001);
    }

    @Test
    void at_temperature_zero_the_best_is_always_taken() {
        assertThat(Stream.generate(() -> drawn(List.of(2.0, 1.99, 1.0), new Draw(0))).limit(500))
                .containsOnly(2.0);
    }

    @Test
    void a_very_low_temperature_takes_the_best_too() {
        assertThat(Stream.generate(() -> drawn(List.of(2.0, 1.0, 0.0), new Draw(1e-9))).limit(500))
                .containsOnly(2.0);
    }

    @Test
    void one_alone_is_taken() {
        assertThat(drawn(List.of(5.0), new Draw(1))).isEqualTo(5.0);
    }

    @Test
    void equal_randomness_draws_equally() {
        List<Double> merits = List.of(3.0, 2.0, 1.0, 0.0);
        List<Double> one = draws(merits, Streams.generator(5));
        assertThat(draws(merits, Streams.generator(5))).isEqualTo(one);
        assertThat(draws(merits, Streams.generator(6))).isNotEqualTo(one);
    }

    private static List<Double> draws(List<Double> merits, RandomGenerator random) {
        return Stream.generate(() -> new Draw(1).from(merits, merit -> merit, random))
                .limit(100)
                .toList();
    }

    private Double drawn(List<Double> merits, Draw draw) {
        return draw.from(merits, merit -> merit, random);
    }

    /// Probability of counts as far from the odds as the observed ones.
    private double agreement(List<Double> merits, Draw draw, double[] odds) {
        List<Integer> numbers = Stream.iterate(0, at -> at + 1).limit(merits.size()).toList();
        long[] counts = new long[odds.length];
        for (int at = 0; at < DRAWS; at++) {
            counts[draw.from(numbers, merits::get, random)]++;
        }
        double total = DoubleStream.of(odds).sum();
        double[] expected = DoubleStream.of(odds).map(odd -> DRAWS * odd / total).toArray();
        return new ChiSquareTest().chiSquareTest(expected, counts);
    }
}
