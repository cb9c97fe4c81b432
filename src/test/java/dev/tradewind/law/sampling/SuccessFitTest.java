package dev.tradewind.law.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// The published tables, fitted anew; numbers of the specification of the law, recomputed there.
final class SuccessFitTest {

    private static final PublishedRates TABLE = PublishedRates.shipped();
    private static final SuccessLaw TRUE_LAW = new SuccessLaw(1, 2, 0.4);

    private static List<Evidence> codex(int tries) {
        return TABLE.of("Codex", "HumanEval", tries);
    }

    private static SuccessFit fit(List<? extends Evidence> rows) {
        return SuccessFit.of(rows, new SplittableRandom(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1,   0.9009, 0.7928, 0.3047, 0.052",
        "10,  0.3333, 0.8915, 0.2689, 0.043",
        "100, 0,      0.7501, 0.2729, 0.052"
    })
    void codex_gives_the_law_that_was_recomputed(
            int tries, double e0, double a, double g, double rms) {
        SuccessFit fit = fit(codex(tries));
        assertThat(fit.law().e0()).isCloseTo(e0, within(2e-4));
        assertThat(fit.law().a()).isCloseTo(a, within(2e-4));
        assertThat(fit.law().g()).isCloseTo(g, within(2e-4));
        assertThat(fit.rms()).isCloseTo(rms, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "HumanEval,                  0.32, 0.63, 0.59, 4.1",
        "HumanEval+,                 0.27, 0.88, 0.40, 6.2",
        "MBPP+,                      0.37, 0.24, 0.64, -2.9",
        "BigCodeBench-complete-hard, 0,    2.64, 0.20, 0.7"
    })
    void so_does_qwen(String benchmark, double e0, double a, double g, double error) {
        List<Evidence> rows = TABLE.of("Qwen2.5-Coder base", benchmark, 1);
        SuccessLaw law = fit(rows).law();
        assertThat(law.e0()).isCloseTo(e0, within(6e-3));
        assertThat(law.a()).isCloseTo(a, within(6e-3));
        assertThat(law.g()).isCloseTo(g, within(6e-3));
        assertThat(error(SuccessForm.FLOOR, rows)).isCloseTo(error, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "Code Llama,          HumanEval, 1,   3.3",
        "Code Llama,          HumanEval, 100, -1.2",
        "Llama 2,             HumanEval, 1,   -4.8",
        "DeepSeek-Coder base, HumanEval, 1,   7.5",
        "StarCoder2 base,     HumanEval, 1,   -16"
    })
    void with_few_sizes_the_largest_is_foretold_by_a_line(
            String family, String benchmark, int tries, double error) {
        List<Evidence> rows = TABLE.of(family, benchmark, tries);
        assertThat(error(SuccessForm.FLOOR, rows)).isCloseTo(error, within(0.5));
    }

    @Test
    void four_sizes_are_fitted_without_a_floor() {
        SuccessLaw one = fit(TABLE.of("Code Llama", "HumanEval", 1)).law();
        assertThat(one.e0()).isZero();
        assertThat(one.a()).isCloseTo(1.85, within(6e-3));
        assertThat(one.g()).isCloseTo(0.26, within(6e-3));
        assertThat(fit(TABLE.of("Code Llama", "HumanEval", 100)).law().g())
                .isCloseTo(0.57, within(6e-3));
    }

    @ParameterizedTest
    @CsvSource({"FLOOR, -7.7", "POWER, 23", "LOGIT, 49", "RATE, 94"})
    void the_form_with_a_floor_foretells_the_largest_codex_best(SuccessForm form, double error) {
        assertThat(error(form, codex(1))).isCloseTo(error, within(0.5));
    }

    private static double error(SuccessForm form, List<Evidence> rows) {
        return 100 * HeldOut.largest(form, rows).error();
    }

    @Test
    void exact_rates_give_back_their_law() {
        SuccessLaw law = fit(exact(0.01, 0.1, 0.5, 2, 8, 40)).law();
        assertThat(law.e0()).isCloseTo(TRUE_LAW.e0(), within(1e-4));
        assertThat(law.a()).isCloseTo(TRUE_LAW.a(), within(1e-4));
        assertThat(law.g()).isCloseTo(TRUE_LAW.g(), within(1e-4));
    }

    private static List<Evidence> exact(double... sizes) {
        return DoubleStream.of(sizes)
                .<Evidence>mapToObj(size -> new Evidence.Rate(size, TRUE_LAW.success(size)))
                .toList();
    }

    @Test
    void the_unit_of_sizes_changes_the_scale_only() {
        List<Evidence> millions =
                codex(1).stream()
                        .<Evidence>map(row -> new Evidence.Rate(1000 * row.size(), row.rate()))
                        .toList();
        SuccessLaw law = fit(millions).law().inUnitsOf(1000);
        assertThat(law.a()).isCloseTo(fit(codex(1)).law().a(), within(1e-5));
    }

    @Test
    void intervals_hold_their_estimate_and_repeat_with_the_seed() {
        for (int tries : List.of(1, 10, 100)) {
            SuccessFit fit = fit(codex(tries));
            for (Estimate each : List.of(fit.e0(), fit.a(), fit.g())) {
                assertThat(each.low()).isLessThanOrEqualTo(each.value());
                assertThat(each.high()).isGreaterThanOrEqualTo(each.value());
                assertThat(each.high()).isGreaterThan(each.low());
            }
            assertThat(fit(codex(tries)).g()).isEqualTo(fit.g());
        }
    }

    @Test
    void counts_of_many_trials_recover_the_law_within_its_interval() {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        for (int round = 0; round < 20; round++) {
            SuccessFit fit = SuccessFit.of(counted(random, 4_000), random);
            boolean in = fit.g().low() <= TRUE_LAW.g() && TRUE_LAW.g() <= fit.g().high();
            held += in ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(16);
    }

    private static List<Evidence> counted(SplittableRandom random, int trials) {
        return DoubleStream.of(0.1, 0.3, 1, 3, 10, 30)
                .<Evidence>mapToObj(
                        size ->
                                new Evidence.Count(
                                        size,
                                        random.doubles(trials)
                                                .filter(at -> at < TRUE_LAW.success(size))
                                                .count(),
                                        trials))
                .toList();
    }

    @Test
    void a_residual_grows_with_what_is_missing_and_vanishes_where_both_agree() {
        for (Evidence row : List.of(new Evidence.Rate(1, 0.2), new Evidence.Count(1, 20, 100))) {
            assertThat(row.residual(-Math.log(0.2))).isCloseTo(0, within(1e-6));
            assertThat(row.residual(-Math.log(0.1))).isPositive();
            assertThat(row.residual(-Math.log(0.4))).isNegative();
        }
    }

    @Test
    void a_rung_without_success_counts_as_well() {
        List<Evidence> rows =
                List.of(
                        new Evidence.Count(1, 0, 100),
                        new Evidence.Count(2, 3, 100),
                        new Evidence.Count(4, 9, 100),
                        new Evidence.Count(8, 20, 100),
                        new Evidence.Count(16, 30, 100));
        assertThat(fit(rows).law().success(1)).isBetween(1e-4, 0.02);
    }

    @Test
    void size_foretells_codex_and_says_nothing_of_noise() {
        assertThat(fit(codex(1)).leaveOneOut().lead()).isGreaterThan(5);
        List<Evidence> noise =
                List.of(
                        new Evidence.Count(1, 20, 1_000),
                        new Evidence.Count(2, 60, 1_000),
                        new Evidence.Count(4, 15, 1_000),
                        new Evidence.Count(8, 70, 1_000),
                        new Evidence.Count(16, 18, 1_000),
                        new Evidence.Count(32, 75, 1_000));
        assertThat(fit(noise).leaveOneOut().lead()).isLessThan(1);
    }

    @Test
    void a_forecast_has_a_band_and_beyond_two_orders_of_magnitude_is_refused() {
        SuccessFit fit = fit(codex(1));
        Forecast near = fit.forecast(70);
        assertThat(near.success().low()).isLessThan(near.success().value());
        assertThat(near.far()).isFalse();
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> fit.forecast(2_000))
                .withMessageContaining("2.2 orders of magnitude");
        assertThat(fit.farForecast(2_000).far()).isTrue();
    }

    @Test
    void three_points_are_refused_and_what_they_say_is_said() {
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> fit(exact(1, 2, 4)))
                .withMessageContaining("3 sizes")
                .withMessageContaining("Give 4 sizes or more")
                .withMessageContaining("success goes from 0.0498");
    }

    @Test
    void one_size_many_times_is_one_size() {
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> fit(exact(2, 2, 2, 2, 2)))
                .withMessageContaining("1 size:");
    }

    @Test
    void no_success_anywhere_bounds_the_chance_only() {
        List<Evidence.Count> none =
                DoubleStream.of(1, 2, 4, 8)
                        .mapToObj(size -> new Evidence.Count(size, 0, 250))
                        .toList();
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> fit(none))
                .withMessageContaining("1000 trials")
                .withMessageContaining("below 0.0030");
    }

    @Test
    void success_that_falls_with_size_is_no_law_of_growth() {
        List<Evidence> falling =
                List.of(
                        new Evidence.Rate(1, 0.5),
                        new Evidence.Rate(2, 0.4),
                        new Evidence.Rate(4, 0.3),
                        new Evidence.Rate(8, 0.2));
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> fit(falling))
                .withMessageContaining("does not grow with size");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 0, 1, 1.2, Double.POSITIVE_INFINITY})
    void a_rate_is_between_nothing_and_everything(double rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence.Rate(1, rate));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, 0, Double.POSITIVE_INFINITY})
    void a_size_is_a_positive_number(double size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence.Rate(size, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence.Count(size, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5", "0, 0"})
    void counts_that_cannot_be_are_refused(long successes, long trials) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence.Count(1, successes, trials))
                .withMessageContaining("successes of");
    }
}
