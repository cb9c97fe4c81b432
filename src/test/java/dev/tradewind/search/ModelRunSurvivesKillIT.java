package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bench.provider.Latency;
import dev.tradewind.bench.provider.LoopbackOptions;
import dev.tradewind.bench.provider.LoopbackProvider;
import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Charge;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Campaign.Order;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.proposer.chat.ChatRung.CallLimits;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.search.Outcome.End;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Kills a run that asks models, again and again, and lets it go on each time: what an answer cost
/// is paid once, what was answered is used.
final class ModelRunSurvivesKillIT {

    private static final int CALLS = 8;
    private static final int MODELS = 2;
    private static final long EVALUATIONS = 300;
    private static final int STRIDE = 50;

    @TempDir Path folder;

    /// Goes on with a run of the models at an address and says how many flights have settled.
    static void main(String[] arguments) throws InterruptedException {
        Progress lines =
                new Progress() {
                    @Override
                    public void update(Status status) {
                        System.out.println(status.counts().total());
                    }

                    @Override
                    public void message(String line) {}
                };
        Campaign campaign = campaign(URI.create(arguments[1]), Order.valueOf(arguments[2]));
        run(campaign, Path.of(arguments[0]), Models.LIVE, new Watch(lines, new Stop()));
    }

    private static Campaign campaign(URI provider, Order order) {
        CallLimits limits = new CallLimits(Duration.ofMinutes(1), 400, Duration.ofMinutes(1));
        return CampaignReader.read(Path.of("evaluators/bin-packing"), List.of())
                .withBudget(Budget.evaluations(EVALUATIONS))
                .withSeed(11)
                .withJobs(2)
                .withLadder(Models.ladder(provider, CALLS, limits))
                .ordered(order)
                .withoutBaseline();
    }

    private static Outcome run(Campaign campaign, Path journal, Answers answers, Watch watch)
            throws InterruptedException {
        CompiledTask task = CompiledTask.of(campaign.task());
        var isolation = IsolationProbe.probe().chosen();
        try (Assembly assembly = Assembly.of(task, campaign, isolation)) {
            return new Run(campaign, journal).start(assembly, answers, watch);
        }
    }

    @ParameterizedTest
    @CsvSource({"EAGER, 8", "DETERMINISTIC, 3"})
    void kills_lose_no_answer_and_ask_none_twice(Order order, int kills) throws Exception {
        Path journal = folder.resolve("killed.sqlite");
        Campaign campaign;
        Outcome outcome;
        long requests;
        Set<Placed> paid = new HashSet<>();
        try (LoopbackProvider provider = provider()) {
            campaign = campaign(provider.address(), order);
            Random moments = new Random(20);
            for (int kill = 0; kill < kills; kill++) {
                killedAfter(moment(kill, settled(journal), moments), journal, campaign);
                assertThat(exchanges(journal)).as("what was paid for").containsAll(paid);
                paid.addAll(exchanges(journal));
            }
            outcome = run(campaign, journal, Models.LIVE, Watch.nobody());
            requests = provider.served().requests();
        }
        assertThat(outcome.end()).isEqualTo(End.FINISHED);
        assertThat(outcome.spend().evaluations()).isEqualTo(EVALUATIONS);
        List<Placed> all = exchanges(journal);
        assertThat(paid).hasSizeGreaterThan(kills);
        assertThat(all).containsAll(paid);
        assertThat(requests - asked(all))
                .as("asked, and not answered before a kill")
                .isBetween(0L, (long) kills * MODELS * CALLS);
        assertThat(outcome.spend().models()).isEqualTo(sum(all));
        assertEachFlightUsed(journal);
        Outcome again =
                run(
                        campaign,
                        folder.resolve("again.sqlite"),
                        new Answers.Recorded(journal),
                        Watch.nobody());
        assertThat(again.content()).isEqualTo(outcome.content());
    }

    private static LoopbackProvider provider() throws IOException {
        Latency latency = new Latency.LogNormal(Duration.ofMillis(32), 0.2);
        return LoopbackProvider.start(
                LoopbackOptions.quick(3).withKey(Models.KEY).withLatency(latency));
    }

    /// How many flights have settled when a process is killed: mostly new ones, every third time
    /// those of earlier sessions, which it goes through again.
    private static long moment(int kill, long settled, Random moments) {
        return kill % 3 == 2
                ? moments.nextLong(1, settled + 1)
                : settled + moments.nextLong(1, STRIDE);
    }

    private static long settled(Path journal) {
        if (!Files.exists(journal)) {
            return 0;
        }
        try (RunRecord record = SqliteJournal.read(journal)) {
            return record.lastSettled(Line.SEARCH);
        }
    }

    private static List<Placed> exchanges(Path journal) {
        try (RunRecord record = SqliteJournal.read(journal)) {
            return record.exchanges(Line.SEARCH).toList();
        }
    }

    /// Requests that exchanges took.
    private static long asked(List<Placed> exchanges) {
        return exchanges.stream().mapToLong(one -> 1L + one.exchange().reply().retries()).sum();
    }

    private static Charge sum(List<Placed> exchanges) {
        return exchanges.stream()
                .map(one -> one.exchange().charge())
                .reduce(Charge.NONE, Charge::plus);
    }

    /// Every answer belongs to a flight that has landed and counts it.
    private static void assertEachFlightUsed(Path journal) {
        try (RunRecord record = SqliteJournal.read(journal)) {
            var byFlight =
                    record.exchanges(Line.SEARCH).collect(Collectors.groupingBy(Placed::flight));
            assertThat(byFlight)
                    .allSatisfy(
                            (flight, exchanges) ->
                                    assertThat(record.landing(Line.SEARCH, flight))
                                            .isNotNull()
                                            .extracting(Landing::charge)
                                            .isEqualTo(sum(exchanges)));
        }
    }

    private static void killedAfter(long settled, Path journal, Campaign campaign)
            throws IOException {
        Process run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ModelRunSurvivesKillIT.class.getName(),
                                journal.toString(),
                                campaign.ladder().models().getFirst().model().address().toString(),
                                campaign.order().name())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = run.inputReader()) {
            String line = lines.readLine();
            while (line != null && Long.parseLong(line) < settled) {
                line = lines.readLine();
            }
            assertThat(line).as("killed before its end").isNotNull();
        } finally {
            List<ProcessHandle> all = run.descendants().toList();
            run.destroyForcibly();
            run.onExit().orTimeout(1, TimeUnit.MINUTES).join();
            all.forEach(child -> child.onExit().orTimeout(1, TimeUnit.MINUTES).join());
        }
    }
}
