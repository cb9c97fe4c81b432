package dev.tradewind.law.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.law.sampling.CapabilityIndex.Known;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CapabilityIndexTest {

    /// Log odds -1, 0 and 1 at sizes a factor of 10 apart.
    private static final double ONE = 1 / (1 + Math.exp(-1));

    private static final List<Known> LINE =
            List.of(new Known(1, 1 - ONE), new Known(10, 0.5), new Known(100, ONE));

    @Test
    void a_capability_between_two_known_ones_stands_for_a_size_between() {
        CapabilityIndex index = CapabilityIndex.of(LINE);
        assertThat(index.size(0.5)).isEqualTo(10, within(1e-9));
        assertThat(index.size(1 / (1 + Math.exp(-0.5)))).isEqualTo(Math.sqrt(1_000), within(1e-6));
    }

    @Test
    void it_reaches_two_orders_of_magnitude_and_no_further() {
        CapabilityIndex index = CapabilityIndex.of(LINE);
        assertThat(index.size(1 / (1 + Math.exp(-2.9)))).isEqualTo(7_943, within(1.0));
        assertThatThrownBy(() -> index.size(1 / (1 + Math.exp(-3.1))))
                .isInstanceOf(Inconclusive.class)
                .hasMessageContaining("two orders of magnitude");
    }

    @Test
    void one_known_size_places_nobody() {
        assertThatThrownBy(() -> CapabilityIndex.of(List.of(new Known(1, 0.5), new Known(1, 0.6))))
                .isInstanceOf(Inconclusive.class)
                .hasMessageContaining("two known sizes");
    }

    @Test
    void models_that_get_no_better_with_size_place_nobody() {
        assertThatThrownBy(() -> CapabilityIndex.of(List.of(new Known(1, 0.6), new Known(9, 0.5))))
                .isInstanceOf(Inconclusive.class)
                .hasMessageContaining("does not grow");
    }

    @Test
    void what_is_no_share_is_refused() {
        assertThatThrownBy(() -> new Known(1, 1)).hasMessageContaining("less than 1");
        assertThatThrownBy(() -> new Known(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
