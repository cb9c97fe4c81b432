package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class VerdictsTest {

    private static Figure excess(String name, double value) {
        return new Figure("search." + name, value, "%", 1, new Goal.None());
    }

    private static Figure verdict(String name, double value, Goal goal) {
        return new Figure("search." + name, value, "%", 1, goal);
    }

    @Test
    void the_worst_and_the_median_seed_are_told() {
        assertThat(
                        Verdicts.on(
                                List.of(
                                        excess("or.1.or3-u500", 3.1),
                                        excess("or.1.or3-u500.random", 9),
                                        excess("or.2.or3-u500", 4.5),
                                        excess("or.3.or3-u500", 3.6))))
                .endsWith(
                        verdict("or3-u500.worst", 4.5, new Goal.AtMost(4.4)),
                        verdict("or3-u500.median", 3.6, new Goal.AtMost(3.7)));
    }

    @Test
    void a_search_is_held_against_best_fit_and_random_programs_of_its_own_seed() {
        List<Figure> told =
                Verdicts.on(
                        List.of(
                                excess("or.1.or1-u120", 6.5),
                                excess("or.1.or1-u120.best-fit", 6.0),
                                excess("or.1.validation", 3.0),
                                excess("or.1.validation.random", 3.25),
                                excess("weibull.1.validation", 1.0),
                                excess("weibull.1.validation.random", 3.0)));
        assertThat(told)
                .endsWith(
                        verdict("or1.behind-best-fit", 0.5, new Goal.AtMost(0.3)),
                        verdict("ahead-of-random", 0.25, new Goal.MoreThan(0)));
    }

    @Test
    void without_searches_there_is_nothing_to_tell() {
        assertThat(Verdicts.on(List.of())).isEmpty();
    }
}
