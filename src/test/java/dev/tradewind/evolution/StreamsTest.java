package dev.tradewind.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

class StreamsTest {

    /// Chance of a false alarm of each statistical test; the seeds are fixed, so there is none.
    private static final double ALARM = 0.001;

    private static final int FLIGHTS = 100_000;

    @Test
    void a_stream_follows_from_seed_purpose_and_flight() {
        assertThat(Streams.stream(7, "search", 3)).isEqualTo(Streams.stream(7, "search", 3));
        assertThat(
                        LongStream.of(
                                Streams.stream(7, "search", 3),
                                Streams.stream(8, "search", 3),
                                Streams.stream(7, "random", 3),
                                Streams.stream(7, "search", 4)))
                .doesNotHaveDuplicates();
    }

    @Test
    void streams_stay_the_same_between_versions_so_that_old_runs_resume() {
        assertThat(Streams.stream(7, "search", 1)).isEqualTo(-8049056758171323975L);
        assertThat(Streams.generator(7).nextLong()).isEqualTo(8519040117858583192L);
    }

    @Test
    void no_two_flights_share_a_stream() {
        assertThat(LongStream.range(0, FLIGHTS).map(f -> Streams.stream(1, "search", f)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 24, 40, 56})
    void neighbouring_flights_spread_evenly_over_every_byte(int shift) {
        assertThat(evenness(flight -> Streams.stream(1, "search", flight) >>> shift))
                .isGreaterThan(ALARM);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 24, 40, 56})
    void neighbouring_seeds_spread_evenly_over_every_byte(int shift) {
        assertThat(evenness(seed -> Streams.stream(seed, "search", 1) >>> shift))
                .isGreaterThan(ALARM);
    }

    @Test
    void one_flight_says_nothing_about_the_next() {
        assertThat(
                        evenness(
                                flight ->
                                        Streams.stream(1, "search", flight)
                                                ^ Streams.stream(1, "search", flight + 1)))
                .isGreaterThan(ALARM);
    }

    @Test
    void first_draws_of_neighbouring_flights_are_spread_evenly() {
        assertThat(
                        evenness(
                                flight ->
                                        Streams.generator(Streams.stream(1, "search", flight))
                                                .nextInt(256)))
                .isGreaterThan(ALARM);
    }

    @Test
    void one_flipped_bit_flips_half_of_the_stream() {
        double flipped =
                LongStream.range(0, 64)
                        .map(bit -> Streams.stream(1L << bit, "search", 1))
                        .mapToInt(s -> Long.bitCount(s ^ Streams.stream(0, "search", 1)))
                        .average()
                        .orElseThrow();
        assertThat(flipped).isBetween(30.0, 34.0);
    }

    /// Probability of counts as uneven as these in 256 boxes by the last byte.
    private static double evenness(LongUnaryOperator draw) {
        long[] counts = new long[256];
        for (long at = 0; at < FLIGHTS; at++) {
            counts[(int) (draw.applyAsLong(at) & 255)]++;
        }
        double[] expected = new double[256];
        Arrays.fill(expected, FLIGHTS / 256.0);
        return new ChiSquareTest().chiSquareTest(expected, counts);
    }
}
