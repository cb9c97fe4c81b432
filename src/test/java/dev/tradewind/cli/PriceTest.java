package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Usd;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.search.RungPrice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

final class PriceTest {

    /// A proposal of `small` costs about a cent.
    private static final String LADDER =
            """
            task: jobs
            ladder:
              - {provider: breeding, share: 2}
              - name: small
                provider: openai
                model: s-8b
                size: 8 B
                price: {input: 1 USD, output: 40 USD}
                output: 1000
              - {name: own, provider: ollama, model: o, size: 350 M, time: 10 s,
                 price: {hour: 1.8 USD}}
            """;

    @TempDir Path root;

    @BeforeEach
    void a_task() {
        Folders.task(root);
    }

    private Campaign campaign(String text) {
        return CampaignReader.read(Folders.write(root.resolve("plan.yaml"), text), List.of());
    }

    private LadderPrice bred() {
        return LadderPrice.of(campaign("task: jobs\n"), Scores.of(1));
    }

    private LadderPrice laddered() {
        return LadderPrice.of(campaign(LADDER), Scores.of(1));
    }

    private static Price.Cost cost(int together) {
        return new Price.Cost(Duration.ofMillis(10), Duration.ofMillis(5), together);
    }

    private static Budget usd(String amount) {
        return Budget.of(new Limit.Money(new Usd(new BigDecimal(amount))));
    }

    @Test
    void clock_time_buys_more_with_more_jobs() {
        Budget minute = Budget.of(new Limit.Wall(Duration.ofMinutes(1)));
        assertThat(Price.of(cost(1), minute, bred()).evaluations()).isEqualTo(6_000);
        assertThat(Price.of(cost(2), minute, bred()).sentences())
                .containsExactly("60 s buys about 12,000 evaluations (10.0 ms each, 2 at a time)");
    }

    @Test
    void the_limit_reached_first_counts() {
        Budget budget = Budget.of(new Limit.Evaluations(777), new Limit.Cpu(Duration.ofSeconds(2)));
        assertThat(Price.of(cost(4), budget, bred()).evaluations()).isEqualTo(400);
    }

    @Test
    void a_guess_has_two_digits() {
        Budget budget = Budget.evaluations(12_345);
        assertThat(Price.of(cost(1), budget, bred()).evaluations()).isEqualTo(12_000);
    }

    @Test
    void money_is_never_spent_by_breeding() {
        Price price = Price.of(cost(1), usd("5"), bred());
        assertThat(price.endless()).isTrue();
        assertThat(price.sentences().getFirst()).startsWith("5 USD is never spent");
    }

    @Test
    void a_model_is_expected_to_write_the_seed_anew_and_may_write_to_its_limit_twice() {
        RungPrice small = laddered().models().getFirst();
        var asked = small.expected().usage();
        assertThat(asked.input()).isBetween(500L, 5_000L);
        assertThat(asked.output()).isBetween(150L, 1_000L);
        assertThat(small.most().calls()).isEqualTo(2);
        assertThat(small.most().usage().output()).isEqualTo(2_000);
        assertThat(small.most().money()).isGreaterThan(small.expected().money());
        assertThat(small.expected().flops()).isEqualTo(2 * 8e9 * (asked.input() + asked.output()));
    }

    @Test
    void a_machine_paid_by_the_hour_is_assumed_to_write_fifty_tokens_a_second() {
        RungPrice own = laddered().models().getLast();
        double seconds = own.expected().usage().output() / 50.0;
        assertThat(own.expected().money().amount().doubleValue())
                .isCloseTo(seconds * 1.8 / 3_600, withPercentage(1));
    }

    @Test
    void money_buys_proposals_at_the_rungs_shares() {
        LadderPrice ladder = laddered();
        assertThat(ladder.shares().values()).containsExactly(0.5, 0.25, 0.25);
        Price price = Price.of(cost(1), usd("5"), ladder);
        double small = ladder.models().getFirst().expected().money().amount().doubleValue();
        double own = ladder.models().getLast().expected().money().amount().doubleValue();
        assertThat((double) price.evaluations())
                .isCloseTo(5 / (0.25 * small + 0.25 * own), withPercentage(5));
        assertThat(price.sentences())
                .singleElement()
                .asString()
                .matches(
                        "5 USD buys about [\\d,]+ proposals: [\\d,]+ of breeding, [\\d,]+ of small,"
                                + " [\\d,]+ of own, if dealt out by the rungs' shares .*");
    }

    @Test
    void tokens_buy_proposals_too() {
        Budget budget = Budget.of(new Limit.Tokens(1_000_000));
        LadderPrice ladder = laddered();
        assertThat((double) Price.of(cost(1), budget, ladder).evaluations())
                .isCloseTo(1_000_000 / ladder.tokens(), withPercentage(5));
    }

    @Test
    void a_model_too_dear_for_the_budget_is_told_and_leaves_its_share_to_the_others() {
        Price price = Price.of(cost(1), usd("0.05"), laddered());
        assertThat(price.sentences().getFirst())
                .contains("of breeding", "of own")
                .doesNotContain("of small");
        double hired = price.ladder().models().getLast().expected().money().amount().doubleValue();
        assertThat((double) price.evaluations()).isCloseTo(0.05 / (hired / 3), withPercentage(5));
        assertThat(price.sentences().getLast())
                .startsWith("small is never asked: its proposals may cost");
        assertThat(laddered().within(usd("0.05")).shares().values())
                .satisfiesExactly(
                        breeding -> assertThat(breeding).isCloseTo(2 / 3.0, withPercentage(1)),
                        own -> assertThat(own).isCloseTo(1 / 3.0, withPercentage(1)));
    }

    @Test
    void a_ladder_of_models_too_dear_buys_nothing() {
        Campaign campaign = campaign(LADDER.replaceAll("  - \\{[^}]*}*\n", ""));
        Price price = Price.of(cost(1), usd("0.05"), LadderPrice.of(campaign, Scores.of(1)));
        assertThat(price.evaluations()).isZero();
        assertThat(price.sentences()).hasSize(2);
    }
}
