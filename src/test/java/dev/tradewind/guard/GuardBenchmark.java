package dev.tradewind.guard;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// How long the guard looks at one class of about 30 lines, once it is warm: at most 300 µs of
/// processor time. Run [#main] with the tests' class path.
final class GuardBenchmark {

    private static final int ROUNDS = 30;
    private static final int TIMES = 500;
    private static final int WARM_UP = 15;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final String BODY =
            """
            double[] scores = new double[xs.length];
            double total = 0;
            for (int at = 0; at < xs.length; at++) {
                double left = xs[at] - weight;
                if (left < 0) {
                    scores[at] = Double.NEGATIVE_INFINITY;
                    continue;
                }
                double fit = Math.exp(-left / (1 + weight)) + bonus(left);
                scores[at] = left < 8 ? 3 * fit : fit - Math.sqrt(left);
                total += scores[at];
            }
            double mean = total / Math.max(1, xs.length);
            int round = 0;
            while (round < 3 && mean > 1e-9) {
                for (int at = 0; at < scores.length; at++) {
                    scores[at] -= mean * round;
                }
                round++;
            }
            return scores;
            """;

    private static final String MEMBERS =
            """
            private static final double weight = 12.5;

            private static double bonus(double left) {
                return left > 20 && left < 40 ? -left : left % 7 == 0 ? 2 : 0;
            }
            """;

    private static final SortedMap<String, byte[]> FILES =
            Programs.compile(Programs.rule(BODY, MEMBERS));
    private static final SortedMap<String, ClassFiles.Parsed> PARSED = parsed();

    private GuardBenchmark() {}

    private static SortedMap<String, ClassFiles.Parsed> parsed() {
        SortedMap<String, ClassFiles.Parsed> parsed = new TreeMap<>();
        for (byte[] file : FILES.values()) {
            ClassFiles.Parsed one = ClassFiles.parse(file);
            parsed.put(one.name(), one);
        }
        return parsed;
    }

    static void main() {
        BytecodeGuard guard = new BytecodeGuard(Programs.RULES, Programs.FUEL);
        Members members = Members.of(Programs.RULES.values()).with(PARSED.values());
        measure("all", () -> guard.inspect(FILES, Programs.ENTRY));
        measure("parse", GuardBenchmark::parsed);
        measure(
                "check",
                () ->
                        PARSED.values().stream()
                                .map(one -> new ClassCheck(one, members).objection())
                                .toList());
        measure(
                "fuel",
                () ->
                        PARSED.values().stream()
                                .map(one -> FuelMeter.metered(one, Programs.FUEL))
                                .toList());
        measure("fingerprint", () -> Fingerprint.of(PARSED, "candidate/Heuristic"));
    }

    private static void measure(String name, Supplier<?> work) {
        long least = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long time = time(work);
            if (round >= WARM_UP) {
                least = Math.min(least, time);
                sum += time;
            }
        }
        System.out.printf(
                "%-12s %6.1f µs at least, %6.1f µs on average%n",
                name, least / 1e3 / TIMES, sum / 1e3 / TIMES / ROUNDS);
    }

    private static long time(Supplier<?> work) {
        int seen = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        for (int time = 0; time < TIMES; time++) {
            seen += work.get().hashCode() & 1;
        }
        long end = THREADS.getCurrentThreadCpuTime();
        if (seen > TIMES) {
            throw new IllegalStateException("counted wrongly");
        }
        return end - start;
    }
}
