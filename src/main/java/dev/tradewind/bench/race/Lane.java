package dev.tradewind.bench.race;

import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Outcome;
import dev.tradewind.search.Progress;
import dev.tradewind.search.Run;
import dev.tradewind.search.Stop;
import dev.tradewind.search.Watch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// One run after another, the task made ready once for each seed. Used by one thread.
final class Lane implements Callable<Void> {

    private final Track track;
    private @Nullable Assembly assembly;
    private long seed;

    Lane(Track track) {
        this.track = track;
    }

    /// What lanes share.
    ///
    /// @param queue runs nobody has begun
    record Track(Race race, HeatFile kept, Queue<Race.Entry> queue, Lanes lanes) {

        Race.@Nullable Entry next() {
            return lanes.stop().requested() ? null : queue.poll();
        }

        synchronized void finished(Heat heat) {
            kept.add(heat);
            lanes.listener()
                    .finished(
                            heat.contestant(),
                            heat.seed(),
                            kept.of(race).size(),
                            race.entries().size());
        }
    }

    @Override
    public Void call() throws InterruptedException, IOException {
        try {
            Race.Entry entry = track.next();
            while (entry != null) {
                Heat heat = run(entry, ready(entry), track.lanes().stop());
                if (heat != null) {
                    track.finished(heat);
                }
                entry = track.next();
            }
            return null;
        } catch (RuntimeException | IOException fault) {
            track.lanes().stop().request();
            throw fault;
        } finally {
            close();
        }
    }

    private Assembly ready(Race.Entry entry) {
        if (assembly == null || seed != entry.campaign().seed()) {
            close();
            assembly = track.lanes().assemblies().of(entry.campaign());
            seed = entry.campaign().seed();
        }
        return assembly;
    }

    private void close() {
        if (assembly != null) {
            assembly.close();
            assembly = null;
        }
    }

    /// One run; null when it was asked to stop.
    static @Nullable Heat run(Race.Entry entry, Assembly assembly, Stop stop)
            throws InterruptedException, IOException {
        Path folder = Files.createTempDirectory("tradewind-race");
        try {
            Path journal = folder.resolve("journal.sqlite");
            Outcome outcome =
                    new Run(entry.campaign(), journal)
                            .start(assembly, new Watch(Progress.silent(), stop));
            if (outcome.end() == Outcome.End.INTERRUPTED) {
                return null;
            }
            try (RunRecord record = SqliteJournal.read(journal)) {
                return Heat.of(entry, outcome, record);
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
