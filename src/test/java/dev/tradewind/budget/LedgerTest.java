package dev.tradewind.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;

final class LedgerTest {

    private static final Budget THREE_DOLLARS =
            Budget.of(new Limit.Money(new Usd(BigDecimal.valueOf(3))));

    private final Ledger ledger = new Ledger(THREE_DOLLARS, () -> Duration.ZERO);

    private static Charge costing(String dollars) {
        return new Charge(
                new Usd(new BigDecimal(dollars)),
                Usd.ZERO,
                new Usage(1_000, 100, 50, 10),
                1e12,
                Duration.ofMillis(200),
                1,
                0);
    }

    @Test
    void what_is_promised_to_flights_in_the_air_is_not_promised_again() {
        ledger.reserve(1, costing("1.1"));
        ledger.reserve(2, costing("0.9"));
        assertThat(ledger.affords(costing("1"))).isTrue();
        assertThat(ledger.affords(costing("1.01"))).isFalse();
        assertThat(ledger.couldAfford(costing("1.01"))).isTrue();
    }

    @Test
    void a_settled_flight_gives_back_what_it_did_not_cost() {
        ledger.reserve(1, costing("1.1"));
        ledger.reserve(2, costing("0.9"));
        ledger.settle(1, "model", Spend.ofModels(costing("0.1")));
        assertThat(ledger.affords(costing("2"))).isTrue();
        assertThat(ledger.affords(costing("2.01"))).isFalse();
        ledger.settle(2, "model", Spend.ofModels(costing("0.9")));
        assertThat(ledger.affords(costing("2"))).isTrue();
        assertThat(ledger.affords(costing("2.01"))).isFalse();
    }

    @Test
    void a_flight_without_a_call_promises_an_evaluation_alone() {
        ledger.reserve(1, Charge.NONE);
        ledger.settle(1, "breeding", Spend.ofEvaluation(Duration.ofMillis(1)));
        assertThat(ledger.affords(costing("3"))).isTrue();
        assertThat(ledger.spend().evaluations()).isEqualTo(1);
    }
}
