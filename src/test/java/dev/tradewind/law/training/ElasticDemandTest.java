package dev.tradewind.law.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ElasticDemandTest {

    private static final LossLaw LAW = Preset.SARDANA.law();
    private static final double LOSS = new Quality.OfModel(13e9).loss(LAW);
    private static final double REFERENCE = 13e9;

    private static TrainingPlan cheapest(double elasticity) {
        return new ElasticDemand(2e12, REFERENCE, elasticity).cheapest(LAW, LOSS);
    }

    @Test
    void demand_that_does_not_stretch_is_planned_for_as_ever() {
        assertThat(cheapest(0).parameters())
                .isCloseTo(
                        new LifetimeCost(2e12).cheapest(LAW, LOSS).parameters(),
                        withPercentage(1e-8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1, 1.5, 2.5})
    void the_plan_is_cheapest_for_the_demand_it_meets(double elasticity) {
        ElasticDemand demand = new ElasticDemand(2e12, REFERENCE, elasticity);
        TrainingPlan plan = demand.cheapest(LAW, LOSS);
        double met = demand.at(plan.parameters());
        assertThat(new LifetimeCost(met).cheapest(LAW, LOSS).parameters())
                .isCloseTo(plan.parameters(), withPercentage(1e-7));
    }

    @Test
    void iteration_comes_to_the_same_plan() {
        ElasticDemand demand = new ElasticDemand(2e12, REFERENCE, 0.8);
        double size = REFERENCE;
        for (int at = 0; at < 100; at++) {
            size = new LifetimeCost(demand.at(size)).cheapest(LAW, LOSS).parameters();
        }
        assertThat(demand.cheapest(LAW, LOSS).parameters()).isCloseTo(size, withPercentage(1e-7));
    }

    @Test
    void the_more_it_stretches_the_smaller_the_model() {
        assertThat(cheapest(1.5).parameters())
                .isLessThan(cheapest(0.5).parameters())
                .isLessThan(cheapest(0).parameters());
    }

    /// What users gain when a token costs c instead of the price at which none would be used is the
    /// area under demand: at elasticity 1/2, `4·tokens·sqrt(N·reference)` FLOP less at size N.
    @Test
    void producers_and_users_together_do_best() {
        ElasticDemand demand = new ElasticDemand(2e12, REFERENCE, 0.5);
        double least =
                GoldenSection.least(
                        Math.log(4e9),
                        Math.log(13e9),
                        log ->
                                LAW.withSize(Math.exp(log), LOSS).flop()
                                        + 4 * 2e12 * Math.sqrt(Math.exp(log) * REFERENCE));
        assertThat(demand.cheapest(LAW, LOSS).parameters())
                .isCloseTo(Math.exp(least), withPercentage(1e-4));
    }

    @Test
    void above_an_elasticity_of_1_cheaper_use_costs_more_in_all() {
        ElasticDemand demand = new ElasticDemand(2e12, REFERENCE, 1.5);
        assertThat(demand.backfires()).isTrue();
        assertThat(5e9 * demand.at(5e9)).isGreaterThan(10e9 * demand.at(10e9));
        assertThat(new ElasticDemand(2e12, REFERENCE, 1).backfires()).isFalse();
    }

    @Test
    void demand_without_a_single_answer_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ElasticDemand(2e10, REFERENCE, 6).cheapest(LAW, LOSS))
                .withMessageContaining("elasticity of 6");
    }
}
