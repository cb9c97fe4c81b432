package dev.tradewind.proposer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evolution.Streams;
import dev.tradewind.prompt.PromptName;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Seeds are fixed, so the statistics come out the same every time.
final class PromptChoiceTest {

    private static final Usable ALL = new Usable(2, true);
    private static final int DRAWS = 2_000;

    private final RandomGenerator random = Streams.generator(3);

    @Test
    void a_prompt_is_usable_when_there_is_something_to_write_about() {
        assertThat(new Usable(1, false).prompts())
                .containsExactly(PromptName.REWRITE, PromptName.PATCH, PromptName.EXPLORE);
        assertThat(new Usable(2, false).prompts()).contains(PromptName.CROSS);
        assertThat(new Usable(1, true).prompts())
                .contains(PromptName.REPAIR)
                .doesNotContain(PromptName.CROSS);
    }

    @Test
    void only_usable_prompts_are_chosen() {
        PromptChoice choice = PromptChoice.fresh().observe(PromptName.CROSS, true, 1);
        assertThat(Stream.generate(() -> choice.next(new Usable(1, false), random)).limit(500))
                .containsOnly(PromptName.REWRITE, PromptName.PATCH, PromptName.EXPLORE);
    }

    @Test
    void a_clearly_better_prompt_gets_most_of_the_share() {
        Trials trials = new Trials(name -> name == PromptName.PATCH ? 0.2 : 0.02, name -> 1);
        trials.run(500);
        assertThat(share(trials.shares(DRAWS), PromptName.PATCH)).isGreaterThan(0.6);
    }

    @Test
    void gains_are_held_against_their_cost() {
        Trials trials =
                new Trials(
                        name -> name == PromptName.PATCH ? 0.2 : 0.1,
                        name -> name == PromptName.PATCH ? 4_000 : 500);
        trials.run(1_000);
        Map<PromptName, Double> shares = trials.shares(DRAWS);
        assertThat(share(shares, PromptName.PATCH)).isLessThan(0.12);
    }

    @Test
    void the_worst_prompt_keeps_its_floor() {
        Trials trials = new Trials(name -> name == PromptName.REWRITE ? 0 : 0.3, name -> 1);
        trials.run(500);
        double least =
                new BinomialDistribution(null, DRAWS, 0.05).inverseCumulativeProbability(1e-4);
        assertThat(share(trials.shares(DRAWS), PromptName.REWRITE) * DRAWS)
                .isGreaterThanOrEqualTo(least);
    }

    @Test
    void equals_have_about_equal_shares_in_the_long_run() {
        Trials trials = new Trials(name -> 0.05, name -> 1);
        trials.run(500);
        assertThat(trials.shares(20_000).values())
                .allSatisfy(share -> assertThat(share).isBetween(0.08, 0.4));
    }

    @Test
    void when_the_good_one_turns_bad_the_share_moves_within_a_few_hundred() {
        Trials trials = new Trials(name -> name == PromptName.PATCH ? 0.2 : 0.02, name -> 1);
        trials.run(3_000);
        trials.rate = name -> name == PromptName.CROSS ? 0.1 : 0.01;
        trials.run(400);
        Map<PromptName, Double> shares = trials.shares(500);
        assertThat(share(shares, PromptName.CROSS)).isGreaterThan(0.4);
        assertThat(share(shares, PromptName.PATCH)).isLessThan(0.25);
    }

    @Test
    void where_nothing_costs_anything_gains_alone_count() {
        Trials trials = new Trials(name -> name == PromptName.CROSS ? 0.3 : 0.02, name -> 0);
        trials.run(500);
        assertThat(share(trials.shares(DRAWS), PromptName.CROSS)).isGreaterThan(0.6);
    }

    @Test
    void equal_evidence_and_randomness_choose_equally() {
        PromptChoice choice = PromptChoice.fresh().observe(PromptName.PATCH, true, 2);
        assertThat(drawn(choice, Streams.generator(5)))
                .isEqualTo(drawn(choice, Streams.generator(5)))
                .isNotEqualTo(drawn(choice, Streams.generator(6)));
    }

    private static double share(Map<PromptName, Double> shares, PromptName name) {
        return shares.getOrDefault(name, 0.0);
    }

    private static List<PromptName> drawn(PromptChoice choice, RandomGenerator random) {
        return Stream.generate(() -> choice.next(ALL, random)).limit(100).toList();
    }

    /// A choice among prompts whose true worth is known.
    private final class Trials {

        private final ToDoubleFunction<PromptName> cost;
        private ToDoubleFunction<PromptName> rate;
        private PromptChoice choice = PromptChoice.fresh();

        Trials(ToDoubleFunction<PromptName> rate, ToDoubleFunction<PromptName> cost) {
            this.rate = rate;
            this.cost = cost;
        }

        void run(int tries) {
            shares(tries);
        }

        /// Over so many more tries.
        Map<PromptName, Double> shares(int tries) {
            Map<PromptName, Double> shares = new EnumMap<>(PromptName.class);
            for (int at = 0; at < tries; at++) {
                PromptName name = choice.next(ALL, random);
                boolean gain = random.nextDouble() < rate.applyAsDouble(name);
                choice = choice.observe(name, gain, cost.applyAsDouble(name));
                shares.merge(name, 1.0 / tries, Double::sum);
            }
            return shares;
        }
    }
}
