package dev.tradewind.guard;

import dev.tradewind.sandbox.Fuel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much slower code is that pays for its steps: at most 10 % on scalar loops. Plain and paying
/// code take turns, the least processor time of each counts. Run [#main] with the tests' class
/// path, once as it is and once with `-XX:TieredStopAtLevel=1`.
final class FuelBenchmark {

    private static final int ROUNDS = 25;
    private static final int WARM_UP = 15;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double[] XS = new double[2_000];

    private FuelBenchmark() {}

    private static Map<String, String> loops() {
        Map<String, String> loops = new LinkedHashMap<>();
        loops.put(
                "bin-packing priority",
                """
                double sum = 0;
                for (int item = 20; item < 520; item++) {
                    double best = Double.NEGATIVE_INFINITY;
                    for (int at = 0; at < xs.length; at++) {
                        double left = xs[at] + 500 - item;
                        if (left < 8) { continue; }
                        double score = left < 25 ? -left - 100 : left * left / item - left;
                        if (score > best) { best = score; sum += at; }
                    }
                }
                return new double[] {sum};
                """);
        loops.put(
                "xorshift",
                """
                long h = 88172645463325252L;
                int odd = 0;
                for (int i = 0; i < 1_000_000; i++) {
                    h ^= h << 13; h ^= h >>> 7; h ^= h << 17;
                    if ((h & 1) != 0) { odd++; }
                }
                return new double[] {odd, h};
                """);
        loops.put(
                "reduction",
                """
                double s = 0;
                for (int pass = 0; pass < 500; pass++) {
                    for (int i = 0; i < xs.length; i++) { s += xs[i] * xs[i]; }
                }
                return new double[] {s};
                """);
        return loops;
    }

    static void main() {
        for (int at = 0; at < XS.length; at++) {
            XS[at] = at % 97;
        }
        loops().forEach(FuelBenchmark::measure);
    }

    private static void measure(String name, String body) {
        String source = Programs.rule(body);
        Loaded plain = new Loaded(Programs.compile(source));
        Loaded metered = new Loaded(Programs.safe(source).classes());
        long least = Long.MAX_VALUE;
        long leastMetered = Long.MAX_VALUE;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long first = time(plain);
            long second = time(metered);
            if (round >= WARM_UP) {
                least = Math.min(least, first);
                leastMetered = Math.min(leastMetered, second);
            }
        }
        System.out.printf(
                "%-22s %6d µs plain, %6d µs metered, ratio %.3f (%d steps)%n",
                name,
                least / 1000,
                leastMetered / 1000,
                (double) leastMetered / least,
                Fuel.spent());
    }

    private static long time(Loaded program) {
        long start = THREADS.getCurrentThreadCpuTime();
        double[] answer = program.answer(1L << 30, XS);
        long end = THREADS.getCurrentThreadCpuTime();
        if (Double.isNaN(answer[0])) {
            throw new IllegalStateException("no number");
        }
        return end - start;
    }
}
