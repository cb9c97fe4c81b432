package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Ending;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.PoolSettings;
import dev.tradewind.sandbox.WorkerPool;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

import java.time.Duration;

/// What the isolation found here adds to the start of a process and to its work, against a process
/// of its own and nothing else. Both take turns.
///
/// @param starts of each
/// @param works of each
/// @param steps of each work
record IsolationCost(int starts, int works, long steps) implements Measurement {

    private static final double MILLI = 1e6;
    private static final double PERCENT = 100;
    private static final AtMost START = new AtMost(10);
    private static final AtMost RUN = new AtMost(2);
    private static final Deadline DEADLINE = Deadline.ofCpu(Duration.ofSeconds(60));

    @Override
    public void measure(Bay bay, Sheet sheet) {
        Isolation isolation = bay.setup().isolation();
        starts(isolation, sheet);
        works(isolation, sheet);
    }

    private void starts(Isolation isolation, Sheet sheet) {
        DescriptiveStatistics with = new DescriptiveStatistics();
        DescriptiveStatistics without = new DescriptiveStatistics();
        start(isolation);
        start(Isolation.PROCESS);
        for (int turn = 0; turn < starts; turn++) {
            with.addValue(start(isolation));
            without.addValue(start(Isolation.PROCESS));
        }
        double added = with.getPercentile(50) - without.getPercentile(50);
        sheet.note("isolation.start", added, "ms", START);
        sheet.note("isolation.start.least", with.getMin() - without.getMin(), "ms");
        sheet.note("isolation.start.bare", without.getPercentile(50), "ms");
    }

    /// Milliseconds until a new process has answered for the first time.
    private static double start(Isolation isolation) {
        long start = System.nanoTime();
        try (WorkerPool pool = pool(isolation)) {
            work(pool, 1);
            return (System.nanoTime() - start) / MILLI;
        }
    }

    private void works(Isolation isolation, Sheet sheet) {
        DescriptiveStatistics with = new DescriptiveStatistics();
        DescriptiveStatistics without = new DescriptiveStatistics();
        try (WorkerPool inside = pool(isolation);
                WorkerPool outside = pool(Isolation.PROCESS)) {
            for (int turn = 0; turn < works; turn++) {
                with.addValue(work(inside, steps));
                without.addValue(work(outside, steps));
            }
        }
        double added = PERCENT * (with.getMin() / without.getMin() - 1);
        sheet.note("isolation.run", added, "%", RUN);
    }

    private static WorkerPool pool(Isolation isolation) {
        return new WorkerPool(Labour.CHILD, new PoolSettings(isolation, 1, 0, Integer.MAX_VALUE));
    }

    /// Milliseconds of processor time, as the kernel counted it.
    private static double work(WorkerPool pool, long steps) {
        if (pool.ask(Labour.steps(steps), DEADLINE) instanceof Ending.Answered(var _, var cpu)) {
            return cpu.toNanos() / MILLI;
        }
        throw new IllegalStateException("honest work was not finished");
    }
}
