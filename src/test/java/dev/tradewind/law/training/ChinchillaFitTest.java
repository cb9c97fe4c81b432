package dev.tradewind.law.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class ChinchillaFitTest {

    private static final LossLaw TRUE = Preset.BESIROGLU.law();

    private static FitOutcome outcome(List<TrainingRun> runs) {
        return ChinchillaFit.of(runs, 100, new SplittableRandom(1));
    }

    private static ChinchillaFit fit(List<TrainingRun> runs) {
        return switch (outcome(runs)) {
            case FitOutcome.Fitted fitted -> fitted.fit();
            case FitOutcome.Inconclusive wrong -> throw new AssertionError(wrong);
        };
    }

    private static String refusal(List<TrainingRun> runs) {
        return outcome(runs).toString();
    }

    private static TrainingRun run(double parameters, double tokens) {
        return new TrainingRun(parameters, tokens, TRUE.loss(new TrainingPlan(parameters, tokens)));
    }

    @Test
    void runs_without_noise_give_their_law_back() throws IOException {
        LossLaw law = fit(Fixture.runs(2)).law();
        assertThat(law.size().exponent()).isCloseTo(0.3478, within(1e-4));
        assertThat(law.tokens().exponent()).isCloseTo(0.3658, within(1e-4));
        assertThat(law.floor()).isCloseTo(1.8172, within(1e-4));
        assertThat(law.size().scale()).isCloseTo(482.01, withPercentage(0.01));
        assertThat(law.tokens().scale()).isCloseTo(2085.43, withPercentage(0.01));
    }

    @Test
    void noise_moves_the_exponents_by_no_more_than_two_standard_errors() throws IOException {
        ChinchillaFit fit = fit(Fixture.runs(3));
        Estimate alpha = fit.estimate(law -> law.size().exponent());
        Estimate beta = fit.estimate(law -> law.tokens().exponent());
        Estimate growth = fit.estimate(LossLaw::sizeGrowth);
        assertThat(alpha.value()).isCloseTo(0.3478, within(2 * alpha.error()));
        assertThat(beta.value()).isCloseTo(0.3658, within(2 * beta.error()));
        assertThat(growth.value()).isCloseTo(0.5126, within(2 * growth.error()));
        assertThat(alpha.error()).isBetween(0.001, 0.03);
        assertThat(alpha.low()).isLessThan(alpha.value());
        assertThat(alpha.high()).isGreaterThan(alpha.value());
    }

    @Test
    void the_same_draws_give_the_same_intervals() throws IOException {
        assertThat(fit(Fixture.runs(3))).isEqualTo(fit(Fixture.runs(3)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0 / 72, 1e-6, 1e6})
    void a_mean_gives_what_a_sum_gives(double scale) throws IOException {
        RunCloud cloud = new RunCloud(Fixture.runs(3));
        double[] once = HuberFit.once(72);
        double[] summed = HuberFit.USUAL.fit(cloud, once);
        double[] scaled = new HuberFit(1e-3, scale, 1e-12).fit(cloud, once);
        for (int at = 0; at < summed.length; at++) {
            assertThat(scaled[at]).isCloseTo(summed[at], within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.2, 0.9", "0.9, 0.9, 0.2", "0.5, 0.5, 0.5", "0.9, 0.9, 0.9"})
    void every_start_comes_to_the_same_law(double floor, double size, double tokens)
            throws IOException {
        RunCloud cloud = new RunCloud(Fixture.runs(3));
        double[] once = HuberFit.once(72);
        double[] best = HuberFit.USUAL.fit(cloud, once);
        double[] found = HuberFit.USUAL.fit(cloud, cloud.start(floor, size, tokens), once);
        assertThat(HuberFit.USUAL.objective(cloud, found, once))
                .isCloseTo(HuberFit.USUAL.objective(cloud, best, once), withPercentage(1e-7));
    }

    @Test
    void no_small_step_from_the_fit_does_better() throws IOException {
        RunCloud cloud = new RunCloud(Fixture.runs(3));
        double[] once = HuberFit.once(72);
        double[] best = HuberFit.USUAL.fit(cloud, once);
        double least = HuberFit.USUAL.objective(cloud, best, once);
        for (int at = 0; at < best.length; at++) {
            for (double step : new double[] {-1e-4, 1e-4}) {
                double[] beside = best.clone();
                beside[at] += step;
                assertThat(HuberFit.USUAL.objective(cloud, beside, once)).isGreaterThan(least);
            }
        }
    }

    @Test
    void runs_that_went_wrong_hardly_pull_but_pull_least_squares() {
        List<TrainingRun> runs = IntStream.range(0, 72).mapToObj(at -> spoilt(at)).toList();
        ChinchillaFit fit = fit(runs);
        double huber = Math.abs(fit.law().size().exponent() - 0.3478);
        double squares = Math.abs(fit.leastSquares().size().exponent() - 0.3478);
        assertThat(huber).isLessThan(0.01).isLessThan(squares / 3);
    }

    private static TrainingRun spoilt(int at) {
        int row = at / 9;
        int column = at % 9;
        TrainingRun run = run(2e7 * Math.pow(10, column / 3.0), 1e9 * Math.pow(10, row / 3.0));
        return column == 8
                ? new TrainingRun(run.parameters(), run.tokens(), run.loss() * 1.2)
                : run;
    }

    @Test
    void the_largest_quarter_is_predicted_from_the_others() throws IOException {
        HeldOut.Measured noisy = (HeldOut.Measured) fit(Fixture.runs(3)).heldOut();
        HeldOut.Measured exact = (HeldOut.Measured) fit(Fixture.runs(2)).heldOut();
        assertThat(noisy.runs()).isEqualTo(18);
        assertThat(noisy.error()).isBetween(0.001, 0.02);
        assertThat(noisy.worst()).isGreaterThan(noisy.error());
        assertThat(exact.error()).isLessThan(1e-5);
        assertThat(exact.sizeGrowth()).isCloseTo(0.5126, within(1e-3));
    }

    @Test
    void a_forecast_says_how_far_it_reaches() throws IOException {
        ChinchillaFit fit = fit(Fixture.runs(3));
        FitForecast inside = fit.at(1e21);
        FitForecast outside = fit.at(3e23);
        FitForecast far = fit.at(1e28);
        assertThat(inside.beyond()).isZero();
        assertThat(outside.beyond()).isBetween(1.0, 2.0);
        assertThat(outside.tooFar()).isFalse();
        assertThat(far.beyond()).isGreaterThan(5);
        assertThat(far.tooFar()).isTrue();
        assertThat(far.parameters().high() / far.parameters().low())
                .isGreaterThan(inside.parameters().high() / inside.parameters().low());
    }

    @Test
    void three_to_five_runs_are_refused_with_what_remains() {
        List<TrainingRun> three = List.of(run(1e8, 1e9), run(1e9, 1e10), run(1e10, 2e10));
        assertThat(refusal(three)).contains("3 runs cannot tell", "it takes 6", "least loss");
        assertThat(refusal(List.of())).contains("0 runs cannot tell");
    }

    @Test
    void runs_of_one_size_are_refused_with_what_remains() {
        List<TrainingRun> runs =
                IntStream.rangeClosed(1, 12).mapToObj(at -> run(1e9, at * 1e10)).toList();
        assertThat(refusal(runs)).contains("one size only", "falls with tokens");
    }

    @Test
    void runs_of_two_numbers_of_tokens_are_refused() {
        List<TrainingRun> runs =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(at -> run(at * 1e8, at % 2 == 0 ? 1e10 : 2e10))
                        .toList();
        assertThat(refusal(runs)).contains("2 numbers only of tokens", "falls with size");
    }

    @Test
    void runs_of_one_ratio_are_refused() {
        List<TrainingRun> runs =
                IntStream.rangeClosed(1, 12).mapToObj(at -> run(at * 1e8, at * 2e9)).toList();
        assertThat(refusal(runs)).contains("change together", "falls with compute");
    }

    @Test
    void a_loss_that_rises_with_size_is_refused() {
        List<TrainingRun> runs =
                Stream.of(1e8, 1e9, 1e10)
                        .flatMap(
                                size ->
                                        Stream.of(1e9, 1e10, 1e11)
                                                .map(
                                                        tokens ->
                                                                new TrainingRun(
                                                                        size,
                                                                        tokens,
                                                                        1
                                                                                + Math.log10(size)
                                                                                + Math.log10(
                                                                                        tokens))))
                        .toList();
        assertThat(refusal(runs)).contains("does not fall");
    }

    @Test
    void runs_too_few_for_an_interval_are_refused() {
        List<TrainingRun> runs =
                List.of(
                        run(1e8, 1e9),
                        run(1e8, 1e10),
                        run(1e9, 1e10),
                        run(1e9, 1e11),
                        run(1e10, 1e10),
                        run(1e10, 1e11),
                        run(3e9, 3e10));
        assertThat(refusal(runs)).contains("of 100 resamples of these runs tell no law", "12");
    }

    @Test
    void a_fit_whose_smaller_runs_tell_nothing_says_so() {
        List<TrainingRun> runs =
                IntStream.range(0, 16)
                        .mapToObj(at -> run(at < 6 ? 1e8 : at < 12 ? 2e8 : 1e10, tokens(at)))
                        .toList();
        assertThat(fit(runs).heldOut().toString())
                .contains("without the quarter of largest compute", "2 sizes only");
    }

    private static double tokens(int at) {
        return at < 12 ? 1e9 * (1 + at % 6) : 4e9 * (at - 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -2.5, Double.NaN, Double.POSITIVE_INFINITY})
    void a_loss_is_a_number_more_than_0(double loss) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingRun(1e9, 1e10, loss))
                .withMessageContaining("loss: a finite number more than 0 is needed, not " + loss);
    }

    @Test
    void an_interval_takes_resamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChinchillaFit.of(List.of(), 10, new SplittableRandom(1)))
                .withMessageContaining("50 resamples");
    }
}
