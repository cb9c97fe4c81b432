package dev.tradewind.law.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.SplittableRandom;

/// Sizes chosen for a demand that is elastic, or not known.
final class DemandTest {

    private static final SuccessLaw ONES = new SuccessLaw(0, 1, 1);
    private static final OptimalSize SEARCH = new OptimalSize(ONES, new PowerCost(1, 1), 2);

    @ParameterizedTest
    @CsvSource({"0, 1.80068", "0.5, 1.80033", "1, 1.79998", "1.5, 1.79962"})
    void demand_that_answers_to_the_price_hardly_moves_the_size(double elasticity, double size) {
        ElasticDemand demand = new ElasticDemand(100, 6.594885, elasticity);
        assertThat(new Tuning(SEARCH, 6 * 5).size(demand)).isCloseTo(size, within(1e-5));
    }

    @Test
    void without_training_every_demand_wants_the_same_size() {
        for (double elasticity : new double[] {0, 0.5, 1, 1.5}) {
            ElasticDemand demand = new ElasticDemand(100, 6.594885, elasticity);
            assertThat(new Tuning(SEARCH, 0).size(demand)).isCloseTo(2, within(1e-9));
        }
    }

    @Test
    void training_is_worth_a_smaller_model_and_the_root_is_the_least_total() {
        Tuning tuning = new Tuning(SEARCH, 30);
        double size = tuning.size(100);
        assertThat(size).isCloseTo(1.80068, within(1e-5)).isLessThan(SEARCH.size());
        assertThat(tuning.total(size, 100))
                .isLessThan(tuning.total(size * 1.01, 100))
                .isLessThan(tuning.total(size / 1.01, 100));
    }

    @Test
    void data_is_bought_until_it_costs_what_it_saves() {
        TuningData data = new TuningData(2, 0.5);
        double best = data.best(3, 1_000);
        double least = 3 * best + 1_000 * data.factor(best);
        for (double other : new double[] {best * 0.99, best * 1.01, best / 4, best * 4}) {
            assertThat(3 * other + 1_000 * data.factor(other)).isGreaterThan(least);
        }
    }

    @Test
    void cheaper_search_means_more_spent_on_it_where_demand_is_elastic() {
        ElasticDemand eager = new ElasticDemand(100, 5, 1.5);
        assertThat(eager.rebounds()).isTrue();
        assertThat(eager.spend(4)).isGreaterThan(eager.spend(5));
        ElasticDemand calm = new ElasticDemand(100, 5, 0.5);
        assertThat(calm.rebounds()).isFalse();
        assertThat(calm.spend(4)).isLessThan(calm.spend(5));
    }

    @Test
    void waiting_until_the_excess_equals_the_bill_never_costs_more_than_twice() {
        BreakEven choice = new BreakEven(100, 5, 3);
        double wait = choice.improvements();
        assertThat(wait).isEqualTo(50);
        for (double wanted : new double[] {10, 49, 50, 51, 500}) {
            double best = Math.min(wanted * 5, 100 + wanted * 3);
            double paid = wanted < wait ? wanted * 5 : wait * 5 + 100 + (wanted - wait) * 3;
            assertThat(paid / best).isLessThanOrEqualTo(2);
        }
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> new BreakEven(100, 3, 5).improvements())
                .withMessageContaining("never pays");
    }

    @Test
    void a_drawn_wait_costs_e_over_e_minus_one_at_worst() {
        BreakEven choice = new BreakEven(1, 1, 1e-12);
        SplittableRandom random = new SplittableRandom(3);
        for (double wanted : new double[] {0.2, 0.7, 1, 5}) {
            double mean =
                    random.doubles(200_000)
                            .map(_ -> choice.drawn(random))
                            .map(wait -> wanted < wait ? wanted : wait + 1)
                            .average()
                            .orElseThrow();
            assertThat(mean / Math.min(wanted, 1)).isCloseTo(BreakEven.DRAWN_RATIO, within(0.01));
        }
    }

    /// A model of the quality of 13 B parameters, by the constants of arXiv:2401.00448; sizes in
    /// billions, demand in tokens.
    private static UncertainDemand thirteen() {
        return new UncertainDemand(
                size -> 6e9 * size * tokens(size, quality()), size -> 2e9 * size, 3.5, 40);
    }

    /// Loss above the floor of 13 B parameters trained at the least cost.
    private static double quality() {
        double size = 13e9;
        double removable = 406.4 * Math.pow(size, -0.336);
        return removable * (1 + 0.336 / 0.283);
    }

    private static double tokens(double size, double loss) {
        double left = loss - 406.4 * Math.pow(size * 1e9, -0.336);
        return left > 0 ? Math.pow(410.7 / left, 1 / 0.283) : 1e30;
    }

    @Test
    void only_the_mean_of_a_demand_counts() {
        UncertainDemand model = thirteen();
        SplittableRandom random = new SplittableRandom(5);
        double[] demands =
                random.doubles(20_000).map(_ -> 2e12 * Math.exp(random.nextGaussian())).toArray();
        double mean = java.util.Arrays.stream(demands).average().orElseThrow();
        double size = model.size(mean);
        double here = total(model, size, demands);
        assertThat(here).isLessThan(total(model, size * 1.01, demands));
        assertThat(here).isLessThan(total(model, size / 1.01, demands));
        assertThat(model.size(2e12)).isCloseTo(6.98, within(0.02));
        assertThat(model.size(UncertainDemand.mean(2e12, 1))).isCloseTo(6.09, within(0.02));
        assertThat(UncertainDemand.mean(1, 1)).isCloseTo(1.649, within(1e-3));
    }

    private static double total(UncertainDemand model, double size, double[] demands) {
        return java.util.Arrays.stream(demands).map(demand -> model.cost(size, demand)).sum();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 12.5", "0.3, 5.0", "0.5, 1.9", "2, 2.6", "3, 6.9", "10, 37.4"})
    void expecting_too_much_costs_more_than_expecting_too_little(double factor, double percent) {
        assertThat(100 * thirteen().regret(factor * 2e12, 2e12)).isCloseTo(percent, within(0.06));
    }

    @Test
    void the_cautious_size_keeps_the_worst_ratio_least() {
        UncertainDemand model = thirteen();
        double size = model.cautiousSize(0.2e12, 20e12);
        assertThat(size).isCloseTo(6.01, within(0.01));
        assertThat(model.worst(size, 0.2e12, 20e12)).isCloseTo(1.199, within(1e-3));
    }
}
