package dev.tradewind.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.LongStream;

/// The reason for islands and restarts, shown on a problem made to get stuck on, at equal flights.
/// Seeds are fixed, so the statistics come out the same every time.
class EscapeTest {

    private static final int SEEDS = 30;
    private static final int FLIGHTS = 1_500;
    private static final int CAPACITY = 20;

    private static final double[] ALONE =
            worths(new EvolutionSettings(1, CAPACITY, FLIGHTS, 0.5, 0.4));
    private static final double[] RESTARTING =
            worths(new EvolutionSettings(6, CAPACITY, 100, 0.5, 0.4));

    @Test
    void islands_that_restart_end_higher_than_one_island_of_their_size() {
        assertThat(new MannWhitneyUTest().mannWhitneyUTest(ALONE, RESTARTING)).isLessThan(0.001);
        assertThat(StatUtils.mean(RESTARTING)).isGreaterThan(StatUtils.mean(ALONE));
    }

    @Test
    void islands_that_restart_leave_most_of_the_deceptive_optimum_more_often() {
        assertThat(escaped(RESTARTING)).isGreaterThan(2 * escaped(ALONE));
    }

    private static double[] worths(EvolutionSettings settings) {
        return LongStream.range(0, SEEDS)
                .mapToDouble(seed -> Trap.searched(settings, seed, FLIGHTS))
                .toArray();
    }

    private static long escaped(double[] worths) {
        double halfway = (Trap.deceptive() + Trap.optimal()) / 2;
        return Arrays.stream(worths).filter(worth -> worth > halfway).count();
    }
}
