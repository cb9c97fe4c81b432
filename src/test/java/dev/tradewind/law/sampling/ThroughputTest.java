package dev.tradewind.law.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// Proposals per second, and what one comes to.
final class ThroughputTest {

    @Test
    void the_slower_queue_sets_the_pace_and_little_says_how_many_wait() {
        Throughput search = new Throughput(16, 4, 2, 1, 0.5);
        assertThat(search.rate()).isEqualTo(4);
        assertThat(search.inFlight()).isEqualTo(20);
        assertThat(search.evaluatorsAreFull()).isFalse();
        assertThat(new Throughput(16, 2, 2, 1, 0.5).evaluatorsAreFull()).isTrue();
    }

    @Test
    void in_balance_slots_and_evaluators_keep_pace() {
        Throughput search = new Throughput(16, 4, 2, 1, 1);
        double size = search.balancedSize(billions -> 0.5 + 0.25 * billions);
        assertThat(size).isCloseTo(30, within(1e-9));
    }

    @Test
    void a_deadline_caps_the_size() {
        Throughput search = new Throughput(16, 4, 2, 1, 1);
        assertThat(search.largestWithin(billions -> billions / 10, 600, 200))
                .isCloseTo(20, within(1e-9));
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> search.largestWithin(billions -> billions, 100, 100))
                .withMessageContaining("no size fits");
    }

    @Test
    void staleness_is_found_again() {
        Staleness stale = new Staleness(0.05);
        Map<Double, Double> measured =
                Map.of(0.0, 0.3, 10.0, 0.3 * stale.kept(10), 40.0, 0.3 * stale.kept(40));
        assertThat(Staleness.of(measured).psi()).isCloseTo(0.05, within(1e-9));
        assertThatExceptionOfType(Inconclusive.class)
                .isThrownBy(() -> Staleness.of(Map.of(1.0, 0.3)));
    }

    /// The published run (Nature 625:468, supplement A.5): 2 million samples in 2 days by 15 cards
    /// and 5 servers of 32 evaluators, 800 to 1400 USD and 250 to 500 kWh.
    @Test
    void the_published_funsearch_run_comes_to_its_units() {
        Pace run = new Pace(2e6, 2 * 86_400, 15, 5 * 32);
        assertThat(run.rate()).isCloseTo(11.574, within(1e-3));
        assertThat(run.slotRate()).isCloseTo(0.7716, within(1e-4));
        assertThat(run.longestEvaluation()).isCloseTo(13.824, within(1e-9));
        assertThat(run.each(800)).isEqualTo(4e-4);
        assertThat(run.each(1_400)).isEqualTo(7e-4);
        assertThat(run.each(250 * 3.6e6)).isEqualTo(450);
        assertThat(run.each(500 * 3.6e6)).isEqualTo(900);
    }

    @Test
    void operations_and_seconds_follow_from_tokens() {
        Tokens tokens = new Tokens(4_000, 0.5, 1_000);
        assertThat(tokens.flop(1e9)).isEqualTo(6e12);
        assertThat(tokens.shared(4).flop(1e9)).isEqualTo(3e12);
        assertThat(tokens.attentionFlop(32, 4_096)).isCloseTo(2.36e12, within(1e10));
        double seconds = Accelerator.ASSUMED.seconds(7e9, tokens);
        assertThat(seconds)
                .isCloseTo(2 * 7e9 * 2_000 / 494.5e12 + 1_000 * 7e9 / 3.35e12, within(1e-9));
    }
}
