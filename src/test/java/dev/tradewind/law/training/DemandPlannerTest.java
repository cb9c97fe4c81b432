package dev.tradewind.law.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

final class DemandPlannerTest {

    private static final LossLaw LAW = Preset.SARDANA.law();
    private static final double TRUE = 2e12;

    private final DemandPlanner planner =
            new DemandPlanner(LAW, new Quality.OfModel(13e9).loss(LAW));

    @ParameterizedTest
    @CsvSource({"0.1, 12.5", "0.3, 5.0", "0.5, 1.9", "2, 2.6", "3, 6.9", "10, 37.4"})
    void a_wrong_demand_costs_what_is_known(double factor, double percent) {
        assertThat(planner.regret(factor * TRUE, TRUE) * 100).isCloseTo(percent, within(0.1));
    }

    @Test
    void the_right_demand_is_not_regretted() {
        assertThat(planner.regret(TRUE, TRUE)).isZero();
    }

    @Test
    void uncertainty_of_a_factor_makes_the_expected_demand_larger_and_the_model_smaller() {
        DemandForecast forecast = new DemandForecast.LogNormal(TRUE, 1);
        assertThat(forecast.mean() / TRUE).isCloseTo(1.6487, within(1e-4));
        assertThat(planner.known(TRUE).parameters() / 1e9).isCloseTo(6.97, within(0.011));
        assertThat(planner.expected(forecast).parameters() / 1e9)
                .isCloseTo(6.0939, withPercentage(0.1));
    }

    @Test
    void the_expected_cost_of_drawn_demands_is_least_where_their_mean_says() {
        double[] drawn = drawn();
        double least =
                GoldenSection.least(
                        Math.log(3e9), Math.log(13e9), log -> mean(Math.exp(log), drawn));
        double mean = DoubleStream.of(drawn).average().orElseThrow();
        assertThat(Math.exp(least))
                .isCloseTo(planner.known(mean).parameters(), withPercentage(1e-3));
    }

    private static double[] drawn() {
        Random random = new Random(5);
        return random.doubles(1000).map(_ -> TRUE * Math.exp(random.nextGaussian())).toArray();
    }

    private double mean(double size, double... demands) {
        TrainingPlan plan = LAW.withSize(size, planner.loss());
        return DoubleStream.of(demands)
                .map(demand -> new LifetimeCost(demand).of(plan))
                .average()
                .orElseThrow();
    }

    @Test
    void scenarios_count_by_their_weights() {
        DemandForecast forecast =
                new DemandForecast.Scenarios(
                        List.of(
                                new DemandForecast.Scenario(1e12, 3),
                                new DemandForecast.Scenario(5e12, 1)));
        assertThat(forecast.mean()).isCloseTo(2e12, withPercentage(1e-9));
    }

    @Test
    void a_guarded_plan_pays_a_fifth_too_much_at_worst() {
        DemandPlanner.Guarded guarded = planner.minimax(0.2e12, 20e12);
        assertThat(guarded.plan().parameters() / 1e9).isCloseTo(6.01, within(0.006));
        assertThat(guarded.worst()).isCloseTo(1.199, within(0.001));
        assertThat(planner.ratio(guarded.plan(), 0.2e12))
                .isCloseTo(planner.ratio(guarded.plan(), 20e12), within(1e-6));
    }

    @Test
    void no_other_size_is_guarded_better() {
        double worst = planner.minimax(0.2e12, 20e12).worst();
        for (double size = 4.5e9; size < 13e9; size += 0.1e9) {
            TrainingPlan plan = LAW.withSize(size, planner.loss());
            double here =
                    DoubleStream.of(0.2e12, 0.5e12, 1e12, 4e12, 10e12, 20e12)
                            .map(demand -> planner.ratio(plan, demand))
                            .max()
                            .orElseThrow();
            assertThat(here).isGreaterThanOrEqualTo(worst - 1e-9);
        }
    }

    @Test
    void a_range_rises() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planner.minimax(2e12, 1e12))
                .withMessageContaining("does not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemandForecast.Scenarios(List.of()))
                .withMessageContaining("scenario");
    }
}
