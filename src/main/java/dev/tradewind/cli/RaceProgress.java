package dev.tradewind.cli;

import dev.tradewind.bench.race.Lanes;
import dev.tradewind.bench.race.Race;
import dev.tradewind.report.Figures;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Says how a race is getting on, a line for each run.
final class RaceProgress implements Lanes.Listener {

    private final Console console;
    private final LongSupplier clock;
    private final long began;
    private int own;

    /// @param clock in nanoseconds, from any beginning
    RaceProgress(Console console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    /// @param kept runs from before
    void begins(int kept, Race race) {
        console.note(
                "%d contestants, %d seeds, %s for each run"
                        .formatted(race.contestants().size(), race.seeds(), race.plan().budget()));
        if (kept > 0) {
            console.note(
                    "%s runs are kept from before; --fresh runs them again"
                            .formatted(Figures.count(kept)));
        }
    }

    @Override
    public synchronized void finished(String contestant, long seed, int done, int all) {
        own++;
        Duration passed = Duration.ofNanos(clock.getAsLong() - began);
        Duration left = passed.multipliedBy(all - done).dividedBy(own);
        console.note(
                "%d of %d  seed %d, %s  about %s left"
                        .formatted(done, all, seed, contestant, Figures.time(left)));
    }
}
