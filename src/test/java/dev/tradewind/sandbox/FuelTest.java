package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FuelTest {

    @Property(tries = 100)
    void exactly_the_steps_granted_are_taken(@ForAll @IntRange(max = 5000) int steps) {
        Fuel.start(steps);
        for (int step = 0; step < steps; step++) {
            step();
        }
        assertThat(Fuel.spent()).isEqualTo(steps);
        assertThat(Fuel.exhausted()).isFalse();
        assertThatExceptionOfType(Fuel.Exhausted.class).isThrownBy(FuelTest::step);
        assertThat(Fuel.exhausted()).isTrue();
        assertThat(Fuel.spent()).isEqualTo(steps);
    }

    @Test
    void once_exhausted_every_further_step_is_refused() {
        Fuel.start(1);
        step();
        for (int step = 0; step < 3; step++) {
            assertThatExceptionOfType(Fuel.Exhausted.class).isThrownBy(FuelTest::step);
        }
        assertThatExceptionOfType(Fuel.Exhausted.class).isThrownBy(() -> Fuel.array(0));
    }

    @Test
    void a_swallowed_error_still_shows_in_exhausted() {
        Fuel.start(100);
        assertThat(swallowing()).isEqualTo(42);
        assertThat(Fuel.exhausted()).isTrue();
    }

    @Test
    void a_new_start_forgets_the_old_one() {
        Fuel.start(0);
        assertThatExceptionOfType(Fuel.Exhausted.class).isThrownBy(FuelTest::step);
        Fuel.start(1);
        step();
        assertThat(Fuel.exhausted()).isFalse();
    }

    @Property(tries = 100)
    void an_array_costs_a_step_and_one_more_for_eight_elements(
            @ForAll @IntRange(max = Fuel.LONGEST_ARRAY) int length) {
        Fuel.start(1 << 20);
        assertThat(Fuel.array(length)).isEqualTo(length);
        assertThat(Fuel.spent()).isEqualTo(length / 8 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void a_negative_length_is_left_to_the_jvm_to_refuse(int length) {
        Fuel.start(10);
        assertThat(Fuel.array(length)).isEqualTo(length);
        assertThat(Fuel.spent()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Fuel.LONGEST_ARRAY + 1, Integer.MAX_VALUE})
    void an_array_too_long_exhausts_at_once(int length) {
        Fuel.start(Long.MAX_VALUE);
        assertThatExceptionOfType(Fuel.Exhausted.class).isThrownBy(() -> Fuel.array(length));
        assertThat(Fuel.exhausted()).isTrue();
    }

    @Property(tries = 100)
    void a_budget_beyond_an_int_is_topped_up(
            @ForAll @LongRange(min = 1L << 31, max = 1L << 40) long steps,
            @ForAll @IntRange(min = 1, max = 2) int slices) {
        Fuel.start(steps);
        for (int slice = 0; slice < slices; slice++) {
            Fuel.left = 0;
            step();
        }
        assertThat(Fuel.exhausted()).isFalse();
        assertThat(Fuel.left).isNotNegative();
    }

    @Test
    void a_negative_grant_is_a_bug() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fuel.start(-1));
    }

    /// What the guard inserts.
    private static void step() {
        if (--Fuel.left < 0) {
            Fuel.refill();
        }
    }

    @SuppressWarnings("finally") // the trick this test is about
    private static int swallowing() {
        while (true) {
            try {
                while (true) {
                    step();
                }
            } finally {
                break;
            }
        }
        return 42;
    }
}
