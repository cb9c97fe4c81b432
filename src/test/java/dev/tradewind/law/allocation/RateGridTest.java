package dev.tradewind.law.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class RateGridTest {

    private static final double SPREAD = 0.8;
    private static final double SHAPE = 1 / (SPREAD * SPREAD);
    private static final double[] SIZES = {1, 4, 16};
    private static final List<LawCells.Cell> CELLS = LawCells.usual().cells();

    /// A truth drawn from the prior, and what was seen of it.
    private record Drawn(double[] rates, RateGrid grid) {}

    private static Drawn drawn(SplittableRandom random) {
        LawCells.Cell cell = cell(random);
        RateGrid grid = new RateGrid(LawCells.usual(), SPREAD, SIZES);
        double[] rates = new double[SIZES.length];
        for (int rung = 0; rung < rates.length; rung++) {
            rates[rung] = Draws.gamma(SHAPE, random) * cell.rate(SIZES[rung]) / SHAPE;
            double exposure = 100;
            grid.update(rung, poisson(rates[rung] * exposure, random), exposure);
        }
        return new Drawn(rates, grid);
    }

    private static LawCells.Cell cell(SplittableRandom random) {
        double all = CELLS.stream().mapToDouble(cell -> Math.exp(cell.logWeight())).sum();
        double luck = random.nextDouble() * all;
        for (LawCells.Cell cell : CELLS) {
            luck -= Math.exp(cell.logWeight());
            if (luck < 0) {
                return cell;
            }
        }
        return CELLS.getLast();
    }

    private static int poisson(double mean, SplittableRandom random) {
        double sum = 0;
        int count = -1;
        while (sum < mean) {
            sum -= Math.log(1 - random.nextDouble());
            count++;
        }
        return count;
    }

    @Test
    void bands_of_truths_drawn_from_the_prior_cover_four_fifths() {
        SplittableRandom random = new SplittableRandom(3);
        int within = 0;
        for (int turn = 0; turn < 500; turn++) {
            Drawn drawn = drawn(random);
            for (int rung = 0; rung < SIZES.length; rung++) {
                Cumulants log = drawn.grid().logRate(rung);
                double rate = Math.log(drawn.rates()[rung]);
                boolean in = rate > log.quantile(-Band.TENTH) && rate < log.quantile(Band.TENTH);
                within += in ? 1 : 0;
            }
        }
        assertThat(within / 1500.0).isBetween(0.76, 0.84);
    }

    @Test
    void ranks_of_truths_among_draws_are_uniform() {
        SplittableRandom random = new SplittableRandom(5);
        long[] ranks = new long[10];
        for (int turn = 0; turn < 600; turn++) {
            Drawn drawn = drawn(random);
            double truth = drawn.rates()[1];
            int rank =
                    (int)
                            IntStream.range(0, 9)
                                    .filter(_ -> drawn.grid().draw(random)[1] < truth)
                                    .count();
            ranks[rank]++;
        }
        double[] uniform = new double[10];
        Arrays.fill(uniform, 60);
        assertThat(new ChiSquareTest().chiSquareTest(uniform, ranks)).isGreaterThan(0.01);
    }

    @Test
    void the_mean_of_one_rung_is_that_of_numerical_integration() {
        LawCells.Cell cell = new LawCells.Cell(3, 1, 0.4, 0);
        RateGrid grid = new RateGrid(new LawCells(List.of(cell)), SPREAD, new double[] {4});
        grid.update(0, 3, 50);
        assertThat(grid.mean(0, 0)).isCloseTo(integrated(cell.rate(4)), within(1e-6));
    }

    /// Poisson likelihood times prior, integrated over the rate.
    private static double integrated(double law) {
        GammaDistribution prior = new GammaDistribution(SHAPE, law / SHAPE);
        double mass = 0;
        double moment = 0;
        for (int at = 1; at < 200_000; at++) {
            double rate = at * 1e-5;
            double weight = prior.density(rate) * Math.pow(rate, 3) * Math.exp(-50 * rate);
            mass += weight;
            moment += weight * rate;
        }
        return moment / mass;
    }

    @Test
    void failures_kept_aside_count_at_once() {
        RateGrid whole = new RateGrid(LawCells.usual(), SPREAD, SIZES);
        whole.update(1, 5, 200);
        RateGrid parts = new RateGrid(LawCells.usual(), SPREAD, SIZES);
        parts.update(1, 5, 199);
        parts.update(1, 5, 200);
        assertThat(parts.mean(1, 0)).isCloseTo(whole.mean(1, 0), within(1e-4));
    }

    @Test
    void what_is_expected_after_an_answer_is_what_is_expected_now() {
        RateGrid grid = new RateGrid(LawCells.usual(), SPREAD, SIZES);
        grid.update(1, 2, 100);
        double chance = grid.mean(1, 0);
        double[] success = grid.meansAfter(1, 1, true);
        double[] failure = grid.meansAfter(1, 1, false);
        for (int rung = 0; rung < SIZES.length; rung++) {
            assertThat(chance * success[rung] + (1 - chance) * failure[rung])
                    .isCloseTo(grid.mean(rung, 0), within(1e-9));
        }
    }
}
