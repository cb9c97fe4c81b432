package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Ending;
import dev.tradewind.sandbox.WorkerPool;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

import java.time.Duration;

/// How long a lane is without a process after a kill at a deadline. Between two kills it has honest
/// work for a while, as it would have in a search, in which a new spare gets ready.
///
/// @param kills how many
/// @param between honest work between two of them
record LaneGap(int kills, Duration between) implements Measurement {

    private static final double MILLI = 1e6;
    private static final long PORTION = 1_000_000;
    private static final AtMost GAP = new AtMost(5);
    private static final Deadline SHORT =
            new Deadline(Duration.ofMillis(30), Duration.ofSeconds(30));
    private static final Deadline LONG = Deadline.ofCpu(Duration.ofSeconds(10));

    @Override
    public void measure(Bay bay, Sheet sheet) {
        DescriptiveStatistics gaps = new DescriptiveStatistics();
        try (WorkerPool pool = new WorkerPool(Labour.CHILD, 1, bay.setup().isolation())) {
            for (int kill = 0; kill < kills; kill++) {
                work(pool);
                kill(pool);
            }
            work(pool);
            pool.gaps().forEach(gap -> gaps.addValue(gap.toNanos() / MILLI));
        }
        sheet.note("sandbox.gap.median", gaps.getPercentile(50), "ms", GAP);
        sheet.note("sandbox.gap.max", gaps.getMax(), "ms", GAP);
    }

    private void work(WorkerPool pool) {
        long end = System.nanoTime() + between.toNanos();
        while (System.nanoTime() < end) {
            Ending ending = pool.ask(Labour.steps(PORTION), LONG);
            if (!(ending instanceof Ending.Answered)) {
                throw new IllegalStateException("honest work ended with " + ending);
            }
        }
    }

    private static void kill(WorkerPool pool) {
        Ending ending = pool.ask(Labour.steps(-1), SHORT);
        if (!(ending instanceof Ending.OutOfTime)) {
            throw new IllegalStateException("endless work ended with " + ending);
        }
    }
}
