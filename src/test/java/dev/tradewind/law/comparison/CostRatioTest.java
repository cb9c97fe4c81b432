package dev.tradewind.law.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.law.comparison.CostRatio.Bound;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

final class CostRatioTest {

    private static List<Reach> reached(double... costs) {
        return DoubleStream.of(costs).mapToObj(cost -> new Reach(cost, true)).toList();
    }

    private static CostRatio ratio(List<Reach> own, List<Reach> other) {
        return Objects.requireNonNull(CostRatio.of(own, other));
    }

    /// Ratios 2 and 8: logarithms ln 4 ± ln 2, whose error is ln 2; t of one degree is 12.7062.
    @Test
    void the_geometric_mean_of_two_and_eight_is_four() {
        CostRatio ratio = ratio(reached(2, 8), reached(1, 1));
        assertThat(ratio.mean()).isCloseTo(4, within(1e-12));
        assertThat(ratio.high()).isCloseTo(4 * Math.pow(2, 12.7062047), within(1e-2));
        assertThat(ratio.low()).isCloseTo(4 / Math.pow(2, 12.7062047), within(1e-9));
        assertThat(ratio.bound()).isEqualTo(Bound.EXACT);
    }

    @Test
    void who_is_exchanged_turns_the_ratio_over() {
        CostRatio ratio = ratio(reached(3, 5, 7), reached(4, 9, 2));
        CostRatio turned = ratio(reached(4, 9, 2), reached(3, 5, 7));
        assertThat(turned.mean()).isCloseTo(1 / ratio.mean(), within(1e-12));
        assertThat(turned.low()).isCloseTo(1 / ratio.high(), within(1e-12));
    }

    @Test
    void a_target_not_reached_makes_the_ratio_a_bound() {
        List<Reach> missing = List.of(new Reach(20, false), new Reach(5, true));
        CostRatio least = ratio(missing, reached(10, 5));
        assertThat(least.bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(least.missed()).isOne();
        assertThat(least.mean()).isCloseTo(Math.sqrt(2), within(1e-12));
        CostRatio most = ratio(reached(10, 5), missing);
        assertThat(most.bound()).isEqualTo(Bound.AT_MOST);
        assertThat(most.otherMissed()).isOne();
    }

    @Test
    void bounds_on_both_sides_bound_nothing() {
        List<Reach> first = List.of(new Reach(20, false), new Reach(5, true));
        List<Reach> second = List.of(new Reach(5, true), new Reach(20, false));
        assertThat(ratio(first, second).bound()).isEqualTo(Bound.NEITHER);
        assertThat(ratio(first, first).bound()).isEqualTo(Bound.NEITHER);
        assertThat(ratio(first, first).bothMissed()).isOne();
    }

    @Test
    void what_was_had_for_nothing_is_left_out() {
        assertThat(ratio(reached(0, 2, 8), reached(0, 1, 1)).pairs()).isEqualTo(2);
        assertThat(CostRatio.of(reached(0, 2), reached(0, 1))).isNull();
    }

    @Test
    void games_are_paired_one_by_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostRatio.of(reached(1, 2), reached(1)))
                .withMessage("2 games cannot be paired with 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reach(Double.POSITIVE_INFINITY, true));
    }
}
