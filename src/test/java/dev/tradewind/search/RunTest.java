package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Campaign.Order;
import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.journal.Decision;
import dev.tradewind.journal.JournalException;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Note;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.search.Outcome.End;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;

final class RunTest {

    private static final long EVALUATIONS = 300;

    @TempDir Path folder;

    private Outcome run(String name, Campaign campaign, Consumer<Executable> delay, Watch watch)
            throws InterruptedException {
        try (Assembly assembly = Lights.assembly(delay)) {
            return new Run(campaign, folder.resolve(name)).start(assembly, watch);
        }
    }

    private Outcome undisturbed(Campaign campaign) throws InterruptedException {
        return run("undisturbed", campaign, _ -> {}, Watch.nobody());
    }

    /// Lets others overtake, a different number of times each time.
    @SuppressWarnings("ThreadPriorityCheck") // to be overtaken is the point
    private static void dawdle(Executable executable) {
        int turns = ThreadLocalRandom.current().nextInt(200);
        for (int turn = 0; turn < turns; turn++) {
            Thread.yield();
        }
    }

    /// Asks to stop once so many flights have settled, whichever line they belong to.
    private static Watch stopAfter(long settled) {
        Stop stop = new Stop();
        AtomicInteger heard = new AtomicInteger();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(Status status) {
                        if (heard.incrementAndGet() == settled) {
                            stop.request();
                        }
                    }

                    @Override
                    public void message(String line) {}
                };
        return new Watch(progress, stop);
    }

    @Test
    void timing_changes_nothing() throws InterruptedException {
        Campaign campaign = Lights.campaign(EVALUATIONS);
        Outcome calm = undisturbed(campaign);
        Outcome hurried = run("hurried", campaign, RunTest::dawdle, Watch.nobody());
        assertThat(hurried.content()).isEqualTo(calm.content());
        assertThat(hurried.best().program()).isEqualTo(calm.best().program());
    }

    private static Campaign screened() {
        Ladder two =
                new Ladder(
                        List.of(
                                new Rung.Breeding("breeding", 1),
                                new Rung.Breeding("breeding:8", 1, 8)),
                        16,
                        "",
                        64,
                        Policy.SHARES);
        return Lights.campaign(EVALUATIONS).withLadder(two).withoutBaseline();
    }

    @Test
    void timing_changes_nothing_of_what_is_screened() throws InterruptedException {
        Outcome calm = undisturbed(screened());
        Outcome hurried = run("hurried", screened(), RunTest::dawdle, Watch.nobody());
        assertThat(hurried.content()).isEqualTo(calm.content());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 65, 150})
    void a_screened_run_that_was_stopped_goes_on_as_if_it_had_not_been(long settled)
            throws InterruptedException {
        run("stopped", screened(), RunTest::dawdle, stopAfter(settled));
        Outcome again = run("stopped", screened(), RunTest::dawdle, Watch.nobody());
        assertThat(again.content()).isEqualTo(undisturbed(screened()).content());
    }

    /// What is chosen rests on measured times, so that two runs differ; but one that goes on makes
    /// the choices again that it had recorded.
    @ParameterizedTest
    @ValueSource(longs = {1, 65, 150})
    void a_run_the_law_decides_goes_on_by_its_own_record(long settled) throws InterruptedException {
        Campaign plan = screened();
        Campaign campaign = plan.withLadder(plan.ladder().allocating(Policy.LAW));
        run("stopped", campaign, RunTest::dawdle, stopAfter(settled));
        Outcome again = run("stopped", campaign, RunTest::dawdle, Watch.nobody());
        assertThat(again.end()).isEqualTo(End.FINISHED);
        assertThat(again.spend().evaluations()).isEqualTo(EVALUATIONS);
        try (RunRecord record = SqliteJournal.read(folder.resolve("stopped"))) {
            assertThat(record.decisions(Line.SEARCH).map(Decision::flight))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, record.lastPlanned(Line.SEARCH))
                                    .boxed()
                                    .toList());
        }
    }

    @Test
    void another_seed_is_another_run() throws InterruptedException {
        Campaign campaign = Lights.campaign(EVALUATIONS);
        Outcome other = run("other", campaign.withSeed(2), _ -> {}, Watch.nobody());
        assertThat(other.content()).isNotEqualTo(undisturbed(campaign).content());
    }

    @Test
    void the_budget_is_spent_to_the_last_evaluation_on_both_lines() throws InterruptedException {
        Outcome outcome = undisturbed(Lights.campaign(EVALUATIONS));
        assertThat(outcome.end()).isEqualTo(End.FINISHED);
        assertThat(outcome.spend().evaluations()).isEqualTo(EVALUATIONS);
        assertThat(outcome.baselineSpend().evaluations()).isEqualTo(EVALUATIONS);
        assertThat(outcome.random()).hasSize(1);
    }

    @Test
    void the_best_is_better_than_the_seed() throws InterruptedException {
        Outcome outcome = undisturbed(Lights.campaign(EVALUATIONS));
        assertThat(outcome.best().program()).isNotEqualTo(Lights.SEED);
        try (RunRecord record = SqliteJournal.read(folder.resolve("undisturbed"))) {
            assertThat(record.champions(Line.SEARCH)).isNotEmpty();
            assertThat(record.lastSettled(Line.SEARCH)).isEqualTo(outcome.counts().total());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 63, 64, 65, 150, 250, 500})
    void a_run_that_was_stopped_goes_on_as_if_it_had_not_been(long settled)
            throws InterruptedException {
        Campaign campaign = Lights.campaign(EVALUATIONS);
        Outcome stopped = run("stopped", campaign, RunTest::dawdle, stopAfter(settled));
        assertThat(stopped.end()).isEqualTo(End.INTERRUPTED);
        Outcome again = run("stopped", campaign, RunTest::dawdle, Watch.nobody());
        assertThat(again.end()).isEqualTo(End.FINISHED);
        assertThat(again.content()).isEqualTo(undisturbed(campaign).content());
    }

    @Test
    void what_was_evaluated_is_not_evaluated_again() throws InterruptedException {
        Campaign campaign = Lights.campaign(EVALUATIONS).withoutBaseline();
        run("stopped", campaign, _ -> {}, stopAfter(100));
        AtomicInteger after = new AtomicInteger();
        run("stopped", campaign, _ -> after.incrementAndGet(), Watch.nobody());
        AtomicInteger whole = new AtomicInteger();
        run("whole", campaign, _ -> whole.incrementAndGet(), Watch.nobody());
        assertThat(after.get()).isLessThan(whole.get() - 90);
    }

    @Test
    void an_eager_run_goes_on_in_the_order_it_had() throws InterruptedException {
        Campaign campaign = Lights.campaign(EVALUATIONS).ordered(Order.EAGER);
        run("eager", campaign, RunTest::dawdle, stopAfter(120));
        Outcome again = run("eager", campaign, RunTest::dawdle, Watch.nobody());
        assertThat(again.end()).isEqualTo(End.FINISHED);
        assertThat(again.spend().evaluations()).isEqualTo(EVALUATIONS);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void a_failing_evaluator_pauses_the_run(Order order) throws InterruptedException {
        Campaign campaign = Lights.campaign(EVALUATIONS).ordered(order);
        AtomicInteger evaluations = new AtomicInteger();
        Consumer<Executable> breaking =
                _ -> {
                    if (evaluations.incrementAndGet() == 100) {
                        throw new EvaluatorFault("the scorer is broken");
                    }
                };
        assertThatExceptionOfType(EvaluatorFault.class)
                .isThrownBy(() -> run("paused", campaign, breaking, Watch.nobody()))
                .withMessage("the scorer is broken");
        Outcome again = run("paused", campaign, _ -> {}, Watch.nobody());
        assertThat(again.end()).isEqualTo(End.FINISHED);
        try (RunRecord record = SqliteJournal.read(folder.resolve("paused"))) {
            assertThat(record.notes()).extracting(Note::kind).contains(Note.Kind.PAUSED);
        }
    }

    @Test
    void an_error_in_a_flight_is_told_and_does_not_hang() {
        AtomicInteger evaluations = new AtomicInteger();
        Consumer<Executable> breaking =
                _ -> {
                    if (evaluations.incrementAndGet() == 50) {
                        throw new StackOverflowError("deep");
                    }
                };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> run("broken", Lights.campaign(EVALUATIONS), breaking, Watch.nobody()))
                .withRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_journal_of_another_plan_is_refused() throws InterruptedException {
        run("journal", Lights.campaign(10), _ -> {}, Watch.nobody());
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> run("journal", Lights.campaign(11), _ -> {}, Watch.nobody()))
                .withMessageContaining("belongs to another plan");
    }

    @Test
    void without_a_baseline_nothing_random_is_run() throws InterruptedException {
        Outcome outcome = undisturbed(Lights.campaign(50).withoutBaseline());
        assertThat(outcome.random()).isEmpty();
        assertThat(outcome.baselineSpend().evaluations()).isZero();
    }

    @Test
    void a_budget_of_time_ends_too() throws InterruptedException {
        Budget budget = Budget.of(new Limit.Cpu(Duration.ofMillis(40)));
        Outcome outcome = undisturbed(Lights.campaign(1).withBudget(budget));
        assertThat(outcome.spend().cpu()).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        assertThat(outcome.spend().evaluations()).isBetween(20L, 120L);
    }
}
