package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.budget.Budget;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.sandbox.IsolationProbe;
import dev.tradewind.search.Outcome.End;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Kills a real run outright, again and again, and lets it go on each time.
final class RunSurvivesKillIT {

    private static final int KILLS = 20;
    private static final Campaign CAMPAIGN =
            CampaignReader.read(Path.of("evaluators/bin-packing"), List.of())
                    .withBudget(Budget.evaluations(900))
                    .withSeed(7)
                    .withJobs(2);

    @TempDir Path folder;

    /// Runs the campaign and writes a line for each settled flight.
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
        run(Path.of(arguments[0]), new Watch(lines, new Stop()));
    }

    private static Outcome run(Path journal, Watch watch) throws InterruptedException {
        CompiledTask task = CompiledTask.of(CAMPAIGN.task());
        var isolation = IsolationProbe.probe().chosen();
        try (Assembly assembly = Assembly.of(task, CAMPAIGN.seed(), CAMPAIGN.jobs(), isolation)) {
            return new Run(CAMPAIGN, journal).start(assembly, watch);
        }
    }

    @Test
    void twenty_kills_lose_nothing_repeat_nothing_and_leave_nothing_behind() throws Exception {
        Path journal = folder.resolve("killed.sqlite");
        Random moments = new Random(20);
        long landed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            landedBefore(journal, landed);
            killedAfter(moments.nextInt(1, 150), journal);
            landed = landed(journal);
        }
        Outcome outcome = run(journal, Watch.nobody());
        Outcome undisturbed = run(folder.resolve("undisturbed.sqlite"), Watch.nobody());
        assertThat(outcome.end()).isEqualTo(End.FINISHED);
        assertThat(outcome.content()).isEqualTo(undisturbed.content());
        assertThat(outcome.spend().evaluations()).isEqualTo(900);
    }

    private static void landedBefore(Path journal, long landed) {
        assertThat(landed(journal)).as("what was recorded is still there").isEqualTo(landed);
    }

    private static long landed(Path journal) {
        if (!Files.exists(journal)) {
            return 0;
        }
        try (RunRecord record = SqliteJournal.read(journal)) {
            return record.landings(Line.SEARCH).count() + record.landings(Line.RANDOM).count();
        }
    }

    private static void killedAfter(int lines, Path journal) throws IOException {
        Process run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RunSurvivesKillIT.class.getName(),
                                journal.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader settled = run.inputReader()) {
            for (int line = 0; line < lines && settled.readLine() != null; line++) {
                // each line is a flight that has settled
            }
        } finally {
            List<ProcessHandle> all = run.descendants().toList();
            run.destroyForcibly();
            run.onExit().orTimeout(1, TimeUnit.MINUTES).join();
            all.forEach(child -> child.onExit().orTimeout(1, TimeUnit.MINUTES).join());
        }
    }
}
