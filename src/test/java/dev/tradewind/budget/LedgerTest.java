package dev.tradewind.budget;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

final class LedgerTest {

    private static final String RUNG = "small";

    private static Usd usd(String amount) {
        return new Usd(new BigDecimal(amount));
    }

    private static Charge money(String amount) {
        return new Charge(usd(amount), Usd.ZERO, Usage.NONE, 0, Duration.ZERO, 1, 0);
    }

    private static Charge atRisk(String amount) {
        return new Charge(Usd.ZERO, usd(amount), Usage.NONE, 0, Duration.ZERO, 1, 0);
    }

    private static Ledger ledger(Limit... limits) {
        return new Ledger(Budget.of(limits), () -> Duration.ZERO);
    }

    @Test
    void what_is_promised_to_one_flight_cannot_be_promised_to_another() {
        Ledger ledger = ledger(new Limit.Money(usd("1")));
        assertThat(ledger.affords(money("0.6"))).isTrue();
        ledger.reserve(1, money("0.6"));
        assertThat(ledger.affords(money("0.6"))).isFalse();
        assertThat(ledger.affords(money("0.4"))).isTrue();
        assertThat(ledger.couldAfford(money("0.6"))).isTrue();
    }

    @Test
    void a_promise_is_replaced_by_what_it_came_to() {
        Ledger ledger = ledger(new Limit.Money(usd("1")));
        ledger.reserve(1, money("0.6"));
        ledger.settle(1, RUNG, Spend.ofModels(money("0.1")));
        assertThat(ledger.affords(money("0.9"))).isTrue();
        assertThat(ledger.affords(money("0.91"))).isFalse();
        assertThat(ledger.spend().money()).isEqualTo(usd("0.1"));
        assertThat(ledger.byRung()).containsOnlyKeys(RUNG);
    }

    @Test
    void what_may_still_be_billed_counts_against_the_limit_and_is_no_money_spent() {
        Ledger ledger = ledger(new Limit.Money(usd("1")));
        ledger.reserve(1, money("0.6"));
        ledger.settle(1, RUNG, Spend.ofModels(atRisk("0.3")));
        assertThat(ledger.affords(money("0.8"))).isFalse();
        assertThat(ledger.spend().money()).isEqualTo(Usd.ZERO);
    }

    @Test
    void flights_in_the_air_count_as_evaluations() {
        Ledger ledger = ledger(new Limit.Evaluations(2));
        ledger.reserve(1, Charge.NONE);
        assertThat(ledger.affords(Charge.NONE)).isTrue();
        ledger.reserve(2, Charge.NONE);
        assertThat(ledger.affords(Charge.NONE)).isFalse();
        ledger.settle(1, RUNG, Spend.NONE);
        assertThat(ledger.affords(Charge.NONE)).as("it brought nothing to evaluate").isTrue();
    }

    @Property(tries = 300)
    void no_order_of_flights_overspends(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int window) {
        Random random = new Random(seed);
        Usd limit = usd("1.000");
        Ledger ledger = ledger(new Limit.Money(limit));
        Deque<Long> flying = new ArrayDeque<>();
        for (long flight = 1; flight < 400; flight++) {
            Charge most = money("0.0" + random.nextInt(10, 99));
            if (flying.size() < window && ledger.affords(most)) {
                ledger.reserve(flight, most);
                flying.add(flight);
                if (random.nextBoolean()) {
                    ledger.settle(flying.removeLast(), RUNG, Spend.ofModels(most));
                }
            } else if (!flying.isEmpty()) {
                Charge less = money("0.00" + random.nextInt(1, 9));
                ledger.settle(flying.remove(), RUNG, Spend.ofModels(less));
            }
            assertThat(ledger.spend().money()).isLessThanOrEqualTo(limit);
        }
    }
}
