package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class MediansTest {

    private static final Goal GOAL = new Goal.AtMost(3);

    private static Figure figure(String name, double value, double load) {
        return new Figure(name, value, "ms", load, GOAL);
    }

    @Test
    void figures_of_one_name_become_their_median_under_the_highest_load() {
        List<Figure> figures =
                Medians.of(
                        List.of(
                                figure("b", 9, 0.5),
                                figure("a", 1, 0.1),
                                figure("b", 2, 4),
                                figure("b", 3, 1)));
        assertThat(figures).containsExactly(figure("b", 3, 4), figure("a", 1, 0.1));
    }

    @Test
    void nothing_measured_has_no_figures() {
        assertThat(Medians.of(List.of())).isEmpty();
    }
}
