package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Spend;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;

final class PricingTest {

    private static final Charge CALL =
            new Charge(
                    new Usd(new BigDecimal("0.01")),
                    Usd.ZERO,
                    new Usage(900, 0, 100, 0),
                    0,
                    Duration.ofSeconds(3),
                    1,
                    0);

    private static final Spend BRED = Spend.ofEvaluation(Duration.ofMillis(6));
    private static final Spend ASKED = BRED.plus(Spend.ofModels(CALL));

    private static double cost(Spend one, Limit... limits) {
        return new Pricing(Budget.of(limits), 2, 10, 0.01).of(one);
    }

    @Test
    void a_proposal_costs_its_part_of_what_was_limited() {
        assertThat(cost(BRED, new Limit.Cpu(Duration.ofSeconds(60)))).isEqualTo(1e-4, within(1e-9));
        assertThat(cost(ASKED, new Limit.Money(new Usd(BigDecimal.ONE)), evaluations(100)))
                .isEqualTo(0.02, within(1e-9));
        assertThat(cost(ASKED, new Limit.Tokens(10_000), evaluations(100)))
                .isEqualTo(0.11, within(1e-9));
    }

    @Test
    void clock_time_is_shared_by_jobs_and_by_calls() {
        Limit minute = new Limit.Wall(Duration.ofSeconds(60));
        assertThat(cost(BRED, minute)).isEqualTo(0.5e-4, within(1e-9));
        assertThat(cost(ASKED, minute)).isEqualTo(0.5e-4 + 0.005, within(1e-9));
    }

    @Test
    void a_refused_program_has_taken_its_place_too() {
        assertThat(cost(Spend.NONE, evaluations(100))).isEqualTo(0.01, within(1e-9));
    }

    @Test
    void where_models_alone_are_limited_breeding_is_not_free() {
        Limit money = new Limit.Money(new Usd(BigDecimal.ONE));
        assertThat(cost(BRED, money)).isEqualTo(0.01 / 20, within(1e-9));
        assertThat(cost(BRED, money, evaluations(1_000))).isEqualTo(0.001, within(1e-9));
    }

    private static Limit evaluations(long count) {
        return new Limit.Evaluations(count);
    }
}
