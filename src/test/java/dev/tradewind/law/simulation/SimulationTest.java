package dev.tradewind.law.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.law.allocation.Policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// A fast part of what `law simulate` shows in full.
class SimulationTest {

    private static final Simulation SIMULATION =
            new Simulation(200, 1, List.of(Policy.LAW, Policy.UNIFORM, Policy.THOMPSON));

    private static double fraction(Row row, Policy policy) {
        return row.standings().stream()
                .filter(one -> one.player().equals(policy.toString()))
                .findFirst()
                .orElseThrow()
                .fraction();
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void the_law_is_never_below_uniform_nor_far_below_thompson(World world) {
        Row row = SIMULATION.row(world, 3);
        assertThat(fraction(row, Policy.LAW))
                .isGreaterThanOrEqualTo(fraction(row, Policy.UNIFORM))
                .isGreaterThanOrEqualTo(fraction(row, Policy.THOMPSON) - 0.05);
    }

    @Test
    void equal_seeds_give_equal_rows() {
        Simulation small = new Simulation(4, 9, List.of(Policy.LAW_THOMPSON));
        assertThat(small.row(World.BESIDE, 3)).isEqualTo(small.row(World.BESIDE, 3));
    }

    @Test
    void one_problem_is_too_few_for_an_error() {
        assertThatThrownBy(() -> new Simulation(1, 1, List.of()))
                .hasMessageContaining("1 problems give no error");
    }
}
