package dev.tradewind.bench.race;

import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Stop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Runs what a race still lacks, some runs side by side.
///
/// @param count runs at the same time, 1 or more; what counts is processor time
/// @param assemblies makes the task ready for a campaign's seed
/// @param stop may ask all to end: runs that have not finished then are forgotten
public record Lanes(int count, Assemblies assemblies, Listener listener, Stop stop) {

    /// Chosen: enough for a JVM to compile most of what it runs, soon over.
    private static final Limit WARMING = new Limit.Cpu(Duration.ofSeconds(2));

    /// Makes a task ready.
    public interface Assemblies {

        /// One's own, to be closed.
        Assembly of(Campaign campaign);
    }

    /// Hears how the race is getting on, from any lane.
    public interface Listener {

        /// Called once for each run.
        ///
        /// @param done runs of the race that are finished, those kept from before included
        /// @param all runs of the race
        void finished(String contestant, long seed, int done, int all);
    }

    /// All that is lacking, or until asked to stop.
    ///
    /// @param kept where finished runs are kept, and some may be already
    public void run(Race race, HeatFile kept) throws InterruptedException, IOException {
        List<Heat> before = kept.of(race);
        List<Race.Entry> lacking =
                race.entries().stream()
                        .filter(entry -> before.stream().noneMatch(entry::is))
                        .toList();
        if (!lacking.isEmpty()) {
            warm(lacking.getFirst());
            Queue<Race.Entry> queue = new ConcurrentLinkedQueue<>(lacking);
            start(new Lane.Track(race, kept, queue, this));
        }
    }

    /// A run that counts for nothing: else the first would pay for everybody's warming up.
    private void warm(Race.Entry first) throws InterruptedException, IOException {
        Campaign whole = first.campaign();
        Campaign campaign = whole.withBudget(whole.budget().and(WARMING));
        try (Assembly assembly = assemblies.of(campaign)) {
            var _ = Lane.run(new Race.Entry(first.contestant(), campaign, ""), assembly, stop);
        }
    }

    private void start(Lane.Track track) throws InterruptedException, IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Void>> lanes =
                    Stream.generate(() -> new Lane(track))
                            .limit(count)
                            .map(threads::submit)
                            .toList();
            for (Future<Void> lane : lanes) {
                await(lane);
            }
        }
    }

    private static void await(Future<Void> lane) throws InterruptedException, IOException {
        try {
            var _ = lane.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException fault -> throw fault;
                case IOException fault -> throw fault;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }
}
