package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.bench.provider.Fault;
import dev.tradewind.bench.provider.LoopbackModel;
import dev.tradewind.bench.provider.LoopbackOptions;
import dev.tradewind.bench.provider.LoopbackProvider;
import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Limit;
import dev.tradewind.budget.Usage;
import dev.tradewind.budget.Usd;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Campaign.Order;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Note;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.Reply;
import dev.tradewind.search.Outcome.End;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// Runs with language models, which a provider on this machine pretends to have.
final class ModelRunTest {

    private static final long EVALUATIONS = 200;
    private static final LoopbackOptions CALM = LoopbackOptions.quick(1).withKey(Models.KEY);

    @TempDir Path folder;

    private static Campaign campaign(LoopbackProvider provider) {
        return Lights.campaign(EVALUATIONS)
                .withLadder(Models.ladder(provider, 8))
                .ordered(Order.EAGER)
                .withoutBaseline();
    }

    private Outcome run(String name, Campaign campaign, Answers answers)
            throws InterruptedException {
        return run(name, campaign, answers, Watch.nobody());
    }

    private Outcome run(String name, Campaign campaign, Answers answers, Watch watch)
            throws InterruptedException {
        try (Assembly assembly = Lights.assembly(_ -> {})) {
            return new Run(campaign, folder.resolve(name)).start(assembly, answers, watch);
        }
    }

    private RunRecord record(String name) {
        return SqliteJournal.read(folder.resolve(name));
    }

    private Answers recorded(String name) {
        return new Answers.Recorded(folder.resolve(name));
    }

    private static LoopbackOptions faulty() {
        LoopbackOptions options = CALM.withRetryAfter(Duration.ZERO);
        for (Fault fault : Fault.values()) {
            options = fault == Fault.OUT_OF_CREDIT ? options : options.with(fault, 0.016);
        }
        return options;
    }

    @Test
    void every_rung_proposes_and_is_paid_for() throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(CALM)) {
            Outcome outcome = run("calm", campaign(provider), Models.LIVE);
            assertThat(outcome.end()).isEqualTo(End.FINISHED);
            assertThat(outcome.spend().evaluations()).isEqualTo(EVALUATIONS);
            try (RunRecord record = record("calm")) {
                assertThat(record.spendByRung(Line.SEARCH))
                        .containsOnlyKeys("breeding", "large", "small");
                assertThat(record.spend(Line.SEARCH).models().usage())
                        .isEqualTo(provider.served().usage());
                assertThat(record.spend(Line.SEARCH).models()).isEqualTo(exchanged(record));
                assertThat(outcome.spend().models()).isEqualTo(exchanged(record));
                assertThat(record.spendByRung(Line.SEARCH))
                        .hasEntrySatisfying(
                                "breeding",
                                spend -> assertThat(spend.models()).isEqualTo(Charge.NONE));
            }
        }
    }

    private static Charge exchanged(RunRecord record) {
        return record.exchanges(Line.SEARCH)
                .map(placed -> placed.exchange().charge())
                .reduce(Charge.NONE, Charge::plus);
    }

    @Test
    void a_provider_with_every_fault_costs_no_evaluation_and_the_ledger_stays_exact()
            throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(faulty())) {
            Campaign campaign =
                    campaign(provider).withLadder(Models.only(Models.hasty(provider, 8)));
            Outcome outcome = run("faulty", campaign, Models.LIVE);
            assertThat(outcome.end()).isEqualTo(End.FINISHED);
            assertThat(outcome.spend().evaluations()).isEqualTo(EVALUATIONS);
            assertThat(provider.served().faults()).hasSizeGreaterThan(8);
            try (RunRecord record = record("faulty")) {
                long evaluated =
                        record.landings(Line.SEARCH)
                                .filter(Landing.Evaluated.class::isInstance)
                                .count();
                assertThat(evaluated).isEqualTo(EVALUATIONS);
                assertThat(outcome.spend().models()).isEqualTo(exchanged(record));
                assertThat(answered(record).usage().output())
                        .as("billed for what told its usage")
                        .isLessThanOrEqualTo(provider.served().usage().output());
            }
        }
    }

    /// What answers with a usage came to.
    private static Charge answered(RunRecord record) {
        return record.exchanges(Line.SEARCH)
                .map(Placed::exchange)
                .filter(one -> one.reply() instanceof Reply.Answered known && !known.estimated())
                .map(one -> one.charge())
                .reduce(Charge.NONE, Charge::plus);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void a_replay_makes_each_decision_again_with_the_provider_gone(Order order) throws Exception {
        Outcome first;
        Campaign campaign;
        try (LoopbackProvider provider = LoopbackProvider.start(faulty())) {
            campaign = campaign(provider).withLadder(Models.hasty(provider, 8)).ordered(order);
            first = run("first", campaign, Models.LIVE);
        }
        Outcome again = run("again", campaign, recorded("first"));
        assertThat(again.content()).isEqualTo(first.content());
        assertThat(again.spend().models().money()).isEqualTo(first.spend().models().money());
        Outcome.Replayed replayed = replayed(again);
        assertThat(replayed.faithful()).isTrue();
        assertThat(replayed.borrowed()).isZero();
        assertThat(replayed.ranOut()).isEmpty();
    }

    private static Outcome.Replayed replayed(Outcome outcome) {
        return Objects.requireNonNull(outcome.replayed(), "no replay");
    }

    @Test
    void a_replay_can_itself_be_replayed() throws Exception {
        Campaign campaign;
        try (LoopbackProvider provider = LoopbackProvider.start(CALM)) {
            campaign = campaign(provider);
            run("first", campaign, Models.LIVE);
        }
        Outcome second = run("second", campaign, recorded("first"));
        assertThat(run("third", campaign, recorded("second")).content())
                .isEqualTo(second.content());
    }

    @Test
    void another_policy_on_recorded_answers_says_where_they_ran_out() throws Exception {
        Campaign campaign;
        try (LoopbackProvider provider = LoopbackProvider.start(CALM)) {
            campaign = campaign(provider);
            run("first", campaign, Models.LIVE);
        }
        Campaign other = campaign.withBudget(Budget.evaluations(10 * EVALUATIONS)).withSeed(9);
        Outcome outcome = run("other", other, recorded("first"));
        Outcome.Replayed replayed = replayed(outcome);
        assertThat(replayed.faithful()).isFalse();
        assertThat(replayed.borrowed()).isPositive();
        assertThat(replayed.ranOut())
                .matches(
                        "ran out of recordings at flight \\d+: rung (small|large) has no more answers");
        assertThat(outcome.spend().evaluations()).isPositive();
    }

    @Test
    void money_is_never_overspent_however_many_calls_there_are() throws Exception {
        Usd limit = new Usd(new BigDecimal("0.02"));
        try (LoopbackProvider provider = LoopbackProvider.start(faulty())) {
            Campaign campaign =
                    campaign(provider)
                            .withLadder(Models.hasty(provider, 32))
                            .withBudget(Budget.of(new Limit.Money(limit)));
            Outcome outcome = run("money", campaign, Models.LIVE);
            assertThat(outcome.end()).isEqualTo(End.FINISHED);
            assertThat(outcome.spend().models().most()).isLessThanOrEqualTo(limit);
            assertThat(outcome.spend().models().most())
                    .as("what is left pays for no proposal of the cheapest model")
                    .isGreaterThan(new Usd(new BigDecimal("0.015")));
        }
    }

    @Test
    void a_wrong_key_ends_the_run_before_anything_is_spent_and_is_not_told() throws Exception {
        LoopbackOptions other = CALM.withKey("sk-another-key");
        try (LoopbackProvider provider = LoopbackProvider.start(other)) {
            Campaign campaign = campaign(provider);
            assertThatExceptionOfType(ProviderRefused.class)
                    .isThrownBy(() -> run("refused", campaign, Models.LIVE))
                    .withMessageContaining("401")
                    .withMessageContaining("Maybe the key")
                    .withMessageNotContaining(Models.KEY);
        }
        assertNoKeyIn("refused");
    }

    @Test
    void an_outage_that_lasts_ends_the_run_and_the_run_goes_on_at_another_address()
            throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(CALM)) {
            Campaign doomed = campaign(provider).withLadder(Models.impatient(provider, 4));
            Watch closing = closing(provider);
            assertThatExceptionOfType(ProviderDown.class)
                    .isThrownBy(() -> run("outage", doomed, Models.LIVE, closing));
        }
        try (RunRecord record = record("outage")) {
            assertThat(record.notes()).extracting(Note::kind).contains(Note.Kind.PAUSED);
        }
        try (LoopbackProvider provider = LoopbackProvider.start(CALM)) {
            Campaign moved = campaign(provider).withLadder(Models.impatient(provider, 4));
            Outcome outcome = run("outage", moved, Models.LIVE);
            assertThat(outcome.end()).isEqualTo(End.FINISHED);
            assertThat(outcome.spend().evaluations()).isEqualTo(EVALUATIONS);
        }
        assertNoKeyIn("outage");
    }

    /// Closes the provider once both of its models have answered.
    private static Watch closing(LoopbackProvider provider) {
        Progress progress =
                new Progress() {
                    @Override
                    public void update(Status status) {
                        long answered =
                                status.rungs().values().stream()
                                        .filter(spend -> spend.tokens() > 0)
                                        .count();
                        if (answered == 2) {
                            provider.close();
                        }
                    }

                    @Override
                    public void message(String line) {}
                };
        return new Watch(progress, new Stop());
    }

    private void assertNoKeyIn(String name) throws IOException {
        for (String ending : List.of("", "-wal")) {
            Path file = folder.resolve(name + ending);
            if (Files.exists(file)) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(Models.KEY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void whoever_asks_to_stop_gets_a_run_that_goes_on_to_the_same_end(Order order)
            throws Exception {
        try (LoopbackProvider provider = LoopbackProvider.start(CALM)) {
            Campaign campaign = campaign(provider).ordered(order);
            Stop stop = new Stop();
            Outcome stopped = run("stopped", campaign, Models.LIVE, stopping(stop, 60));
            assertThat(stopped.end()).isEqualTo(End.INTERRUPTED);
            long asked = provider.served().requests();
            Outcome outcome = run("stopped", campaign, Models.LIVE);
            assertThat(outcome.end()).isEqualTo(End.FINISHED);
            assertThat(outcome.spend().evaluations()).isEqualTo(EVALUATIONS);
            assertThat(provider.served().requests()).isGreaterThan(asked);
            try (RunRecord record = record("stopped")) {
                assertThat(record.exchanges(Line.SEARCH).count())
                        .as("nothing was asked twice")
                        .isEqualTo(provider.served().requests());
            }
        }
    }

    private static Watch stopping(Stop stop, long settled) {
        Progress progress =
                new Progress() {
                    @Override
                    public void update(Status status) {
                        if (status.counts().total() == settled) {
                            stop.request();
                        }
                    }

                    @Override
                    public void message(String line) {}
                };
        return new Watch(progress, stop);
    }

    @Test
    void what_was_read_and_written_is_billed_to_each_token() {
        Usage usage = new Usage(1_000, 400, 50, 10);
        Usd money = LoopbackModel.SMALL.price().of(usage, Duration.ZERO);
        assertThat(money).hasToString("0.00022 USD");
    }
}
