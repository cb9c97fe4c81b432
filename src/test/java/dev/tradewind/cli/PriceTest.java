package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class PriceTest {

    private static final Price.Cost COST =
            new Price.Cost(Duration.ofMillis(10), Duration.ofMillis(5));

    @Test
    void clock_time_buys_more_with_more_jobs() {
        Budget minute = Budget.of(new Limit.Wall(Duration.ofMinutes(1)));
        assertThat(Price.of(COST, minute, 1).evaluations()).isEqualTo(6_000);
        assertThat(Price.of(COST, minute, 2).sentence())
                .isEqualTo("60 s buys about 12,000 evaluations (10.0 ms each, 2 at a time)");
    }

    @Test
    void the_limit_reached_first_counts() {
        Budget budget = Budget.of(new Limit.Evaluations(777), new Limit.Cpu(Duration.ofSeconds(2)));
        assertThat(Price.of(COST, budget, 4).evaluations()).isEqualTo(400);
    }

    @Test
    void a_guess_has_two_digits() {
        assertThat(Price.of(COST, Budget.evaluations(12_345), 1).evaluations()).isEqualTo(12_000);
    }
}
