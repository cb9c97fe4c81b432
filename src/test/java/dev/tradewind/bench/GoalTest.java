package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GoalTest {

    @Test
    void a_bound_itself_is_good_enough_unless_more_is_asked() {
        assertThat(new Goal.AtLeast(1).metBy(1)).isTrue();
        assertThat(new Goal.AtMost(1).metBy(1)).isTrue();
        assertThat(new Goal.MoreThan(1).metBy(1)).isFalse();
        assertThat(new Goal.None().metBy(1)).isTrue();
    }

    @Test
    void what_is_no_number_meets_nothing() {
        assertThat(new Goal.AtLeast(0).metBy(Double.NaN)).isFalse();
        assertThat(new Goal.AtMost(0).metBy(Double.NaN)).isFalse();
        assertThat(new Goal.MoreThan(0).metBy(Double.NaN)).isFalse();
    }

    @Test
    void goals_read_as_people_write_them() {
        assertThat(new Goal.AtLeast(1_000)).hasToString(">= 1000");
        assertThat(new Goal.AtMost(0.3)).hasToString("<= 0.3");
        assertThat(new Goal.MoreThan(0)).hasToString("> 0");
    }
}
