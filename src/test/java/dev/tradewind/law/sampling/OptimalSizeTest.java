package dev.tradewind.law.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.SplittableRandom;

final class OptimalSizeTest {

    private static final PowerCost ONE = new PowerCost(1, 1);

    private static SuccessLaw codex() {
        return SuccessFit.of(
                        PublishedRates.shipped().of("Codex", "HumanEval", 1),
                        new SplittableRandom(1))
                .law();
    }

    @ParameterizedTest
    @CsvSource({
        "0,    0.009442",
        "0.01, 0.026764",
        "0.1,  0.096843",
        "0.3,  0.196936",
        "1,    0.446712",
        "10,   2.304613",
        "100,  12.573368"
    })
    void dearer_evaluation_asks_for_a_larger_model(double evaluation, double size) {
        assertThat(new OptimalSize(codex(), ONE, evaluation).size()).isCloseTo(size, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "6, 3"})
    void a_law_of_ones_has_a_root_of_whole_numbers(double evaluation, double size) {
        OptimalSize optimum = new OptimalSize(new SuccessLaw(0, 1, 1), ONE, evaluation);
        assertThat(optimum.size()).isCloseTo(size, within(1e-10));
    }

    @Test
    void where_evaluation_costs_far_more_a_closed_form_is_near() {
        OptimalSize optimum = new OptimalSize(new SuccessLaw(1, 2, 0.5), ONE, 1e9);
        assertThat(optimum.size() / optimum.withDearEvaluation()).isCloseTo(1, within(1e-2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3, 20, 5_000})
    void the_root_is_where_a_search_finds_the_least_cost(double evaluation) {
        OptimalSize optimum =
                new OptimalSize(new SuccessLaw(0.5, 2, 0.4), new PowerCost(2, 0.7), evaluation);
        double found =
                new BrentOptimizer(1e-12, 1e-14)
                        .optimize(
                                new MaxEval(1_000),
                                GoalType.MINIMIZE,
                                new UnivariateObjectiveFunction(
                                        at -> Math.log(optimum.costToImprove(Math.exp(at)))),
                                new SearchInterval(-12, 15))
                        .getPoint();
        assertThat(Math.log(optimum.size())).isCloseTo(found, within(1e-6));
        assertThat(optimum.slope(optimum.size())).isCloseTo(0, within(1e-9));
    }

    @Test
    void statics_agree_with_small_changes() {
        SuccessLaw law = new SuccessLaw(0.5, 2, 0.4);
        OptimalSize here = new OptimalSize(law, ONE, 3);
        OptimalSize dearer = new OptimalSize(law, ONE, 3 * 1.001);
        OptimalSize harder = new OptimalSize(new SuccessLaw(0.5, 2 * 1.001, 0.4), ONE, 3);
        double step = Math.log(1.001);
        assertThat(Math.log(dearer.size() / here.size()) / step)
                .isCloseTo(here.byEvaluation(), within(1e-3));
        assertThat(Math.log(harder.size() / here.size()) / step)
                .isCloseTo(here.byDifficulty(), within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0, 7.3", "0.3, 8.6", "10, 5.0"})
    void a_rung_of_twice_the_size_costs_what_the_curvature_says(double evaluation, double percent) {
        OptimalSize optimum = new OptimalSize(codex(), ONE, evaluation);
        double formula = 100 * optimum.curvature(Math.log(2));
        assertThat(formula).isCloseTo(percent, within(0.05));
        assertThat(100 * optimum.regret(2 * optimum.size())).isCloseTo(formula, within(1.0));
        assertThat(100 * optimum.regret(optimum.size() / 2)).isCloseTo(formula, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
    void a_cost_that_is_no_cost_is_refused(double evaluation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptimalSize(new SuccessLaw(0, 1, 1), ONE, evaluation));
        assertThatIllegalArgumentException().isThrownBy(() -> new SuccessLaw(evaluation, 1, 1));
    }
}
