package dev.tradewind.law.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

final class LifetimeOptimumTest {

    private static final Percentage TENTH_OF_A_PERCENT = withPercentage(0.1);
    private static final Demand REQUEST = new Demand(70, 215);
    private static final Hardware SARDANA = new Hardware(0.657, Hardware.INT8, Utilisation.SARDANA);

    static List<String[]> known() throws IOException {
        return Fixture.rows("inference_aware_known_answers.csv");
    }

    private static LifetimeOptimum of(Preset preset, double parameters, LifetimeCost cost) {
        LossLaw law = preset.law();
        return LifetimeOptimum.of(law, new Quality.OfModel(parameters).loss(law), cost);
    }

    private static Preset preset(String name) {
        return name.equals("epoch") ? Preset.BESIROGLU : Preset.named(name);
    }

    @ParameterizedTest(name = "case {0}")
    @MethodSource("known")
    void every_known_answer_comes_out(
            String name,
            String constants,
            double quality,
            double demand,
            double loss,
            double size,
            double tokens,
            double ratio,
            double saving,
            String published) {
        LifetimeOptimum optimum = of(preset(constants), quality * 1e9, new LifetimeCost(demand));
        assertThat(preset(constants).law().loss(optimum.plan()))
                .as("case %s, printed as %s", name, published)
                .isCloseTo(loss, within(5e-5));
        assertThat(optimum.plan().parameters() / 1e9).isCloseTo(size, TENTH_OF_A_PERCENT);
        assertThat(optimum.plan().tokens() / 1e12).isCloseTo(tokens, within(5.1e-4));
        assertThat(optimum.dataRatio()).isCloseTo(ratio, TENTH_OF_A_PERCENT);
        assertThat(optimum.saving() * 100).isCloseTo(saving, within(5.1e-3));
    }

    @Test
    void a_model_of_the_quality_of_13_billion_saves_the_printed_flop() {
        LifetimeOptimum optimum = of(Preset.SARDANA, 13e9, new LifetimeCost(2e12));
        assertThat(optimum.saved()).isCloseTo(1.69e22, withPercentage(0.5));
        assertThat(optimum.plan().flop()).isCloseTo(6 * 6.969e9 * 1.248e12, withPercentage(0.1));
        assertThat(optimum.inferenceFlop(2e12)).isCloseTo(2 * 6.969e9 * 2e12, withPercentage(0.1));
    }

    @ParameterizedTest
    @CsvSource({"hoffmann, 15.9, 18", "hoffmann-tex, 13.9, 26.6", "besiroglu, 11.6, 42.7"})
    void other_constants_answer_the_same_question_otherwise(
            String name, double size, double saving) {
        LifetimeOptimum optimum = of(preset(name), 30e9, new LifetimeCost(1e13));
        assertThat(optimum.plan().parameters() / 1e9).isCloseTo(size, within(0.05));
        assertThat(optimum.saving() * 100).isCloseTo(saving, within(0.5));
    }

    @Test
    void in_dollars_the_model_of_70_billion_costs_a_third_more_than_it_should() {
        Demand demand = Demand.ofTokens(2e12, REQUEST);
        LifetimeOptimum optimum = of(Preset.SARDANA, 70e9, SARDANA.cost(CostUnit.DOLLARS, demand));
        assertThat(optimum.plan().parameters() / 1e9).isCloseTo(32.6, within(0.05));
        assertThat(optimum.plan().tokens() / 1e12).isCloseTo(11.59, withPercentage(0.1));
        assertThat(optimum.baselineExcess() * 100).isCloseTo(35.7, within(0.05));
    }

    @Test
    void in_dollars_requests_halve_the_model_of_30_billion() {
        Demand demand = Demand.ofRequests(1.5e9, REQUEST);
        LifetimeOptimum optimum = of(Preset.SARDANA, 30e9, SARDANA.cost(CostUnit.DOLLARS, demand));
        assertThat(optimum.plan().parameters() / 1e9).isCloseTo(16.14, withPercentage(0.1));
        assertThat(optimum.plan().tokens() / 1e12).isCloseTo(3.350, withPercentage(0.1));
        assertThat(optimum.saving() * 100).isCloseTo(17.25, within(0.01));
    }

    @Test
    void another_price_moves_the_optimum() {
        Hardware dearer = new Hardware(1.1 / 1.5, Hardware.INT8, Utilisation.SARDANA);
        LifetimeOptimum small =
                of(
                        Preset.SARDANA,
                        30e9,
                        dearer.cost(CostUnit.DOLLARS, Demand.ofRequests(1.5e9, REQUEST)));
        LifetimeOptimum large =
                of(
                        Preset.SARDANA,
                        70e9,
                        dearer.cost(CostUnit.DOLLARS, Demand.ofTokens(2e12, REQUEST)));
        assertThat(small.plan().parameters() / 1e9).isCloseTo(15.67, within(0.01));
        assertThat(small.plan().tokens() / 1e12).isCloseTo(3.51, within(0.005));
        assertThat(small.saving() * 100).isCloseTo(19, within(0.05));
        assertThat(large.baselineExcess() * 100).isCloseTo(39.5, within(0.05));
    }

    @Test
    void flop_seconds_and_dollars_have_an_optimum_each() {
        Demand demand = Demand.ofTokens(2e12, REQUEST);
        assertThat(SARDANA.cost(CostUnit.FLOP, demand).demand()).isEqualTo(2e12);
        assertThat(size(CostUnit.SECONDS, demand))
                .isLessThan(size(CostUnit.DOLLARS, demand))
                .isLessThan(size(CostUnit.FLOP, demand));
        Hardware alike = new Hardware(1, 1, new Utilisation(0.4, 0.4, 0.4));
        assertThat(alike.cost(CostUnit.DOLLARS, demand).demand())
                .isCloseTo(2e12, withPercentage(1e-9));
    }

    private static double size(CostUnit unit, Demand demand) {
        return of(Preset.SARDANA, 70e9, SARDANA.cost(unit, demand)).plan().parameters();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e8, 1e11, 2e12, 1e13, 1e15})
    void the_root_is_where_the_cost_is_least(double demand) {
        LossLaw law = Preset.SARDANA.law();
        double loss = new Quality.OfModel(13e9).loss(law);
        LifetimeCost cost = new LifetimeCost(demand);
        TrainingPlan plan = cost.cheapest(law, loss);
        double least =
                GoldenSection.least(
                        Math.log(law.size().inverse(loss - law.floor())) + 1e-6,
                        Math.log(13e9) + 0.1,
                        log -> cost.of(law.withSize(Math.exp(log), loss)));
        double brute = cost.of(law.withSize(Math.exp(least), loss));
        assertThat(cost.of(plan)).isLessThanOrEqualTo(brute * (1 + 1e-12));
        assertThat(cost.of(plan)).isCloseTo(brute, withPercentage(1e-4));
        assertThat(Math.log(plan.parameters())).isCloseTo(least, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e11, 2e12, 1e13})
    void the_condition_of_first_order_holds(double demand) {
        LossLaw law = Preset.SARDANA.law();
        TrainingPlan plan = new LifetimeCost(demand).cheapest(law, 2.05);
        double left = 3 * plan.tokens() + demand;
        double right =
                3
                        * plan.tokens()
                        * law.size().exponent()
                        * law.size().at(plan.parameters())
                        / (law.tokens().exponent() * law.tokens().at(plan.tokens()));
        assertThat(left / right).isCloseTo(1, within(1e-9));
    }

    @Test
    void without_demand_training_alone_counts() {
        LifetimeOptimum optimum = of(Preset.SARDANA, 30e9, new LifetimeCost(0));
        assertThat(optimum.plan().parameters()).isCloseTo(30e9, withPercentage(1e-8));
        assertThat(optimum.saving()).isCloseTo(0, within(1e-12));
        assertThat(optimum.dataRatio()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void demand_is_a_number_of_at_least_0(double demand) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeCost(demand))
                .withMessageContaining("demand");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN})
    void a_utilisation_is_a_share(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Utilisation(0.5, 0.5, share))
                .withMessageContaining("decode");
    }
}
