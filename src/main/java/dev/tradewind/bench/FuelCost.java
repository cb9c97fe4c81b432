package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.bench.ScalarLoops.Loop;
import dev.tradewind.sandbox.Fuel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// How much slower scalar loops are that count their steps. Plain and counting loops take turns;
/// the least processor time of each counts, and the loop that suffers most.
///
/// @param compiler the JVM's compiler that is measured, `c1` for that of the workers
/// @param warmUp calls that do not count
/// @param rounds calls that do
record FuelCost(String compiler, int warmUp, int rounds) implements Measurement {

    private static final long PLENTY = Long.MAX_VALUE / 4;
    private static final AtMost SLOWER = new AtMost(1.1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, ReflectiveOperationException {
        ScalarLoops plain = ScalarLoops.plain(bay.folder());
        ScalarLoops counting = ScalarLoops.guarded(bay.setup().isolation());
        double worst = 0;
        for (String name : ScalarLoops.NAMES) {
            double ratio = ratio(plain.loop(name), counting.loop(name));
            worst = Math.max(worst, ratio);
            sheet.note("fuel.%s.%s".formatted(name, compiler), ratio, "1");
        }
        sheet.note("fuel.scalar." + compiler, worst, "1", SLOWER);
    }

    private double ratio(Loop plain, Loop counting) {
        long leastPlain = Long.MAX_VALUE;
        long leastCounting = Long.MAX_VALUE;
        for (int round = 0; round < warmUp + rounds; round++) {
            long first = time(plain);
            long second = time(counting);
            if (round >= warmUp) {
                leastPlain = Math.min(leastPlain, first);
                leastCounting = Math.min(leastCounting, second);
            }
        }
        return (double) leastCounting / leastPlain;
    }

    private static long time(Loop loop) {
        Fuel.start(PLENTY);
        long before = THREADS.getCurrentThreadCpuTime();
        double result = loop.run();
        long after = THREADS.getCurrentThreadCpuTime();
        if (Double.isNaN(result)) {
            throw new IllegalStateException("a loop came to no number");
        }
        return after - before;
    }
}
