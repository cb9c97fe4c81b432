package dev.tradewind.bench;

import java.lang.management.ManagementFactory;

/// What the clocks said at one moment, in nanoseconds.
///
/// @param cpu processor time of this whole process since it was started, compiler and collector of
///   the JVM included
record Clocks(long wall, long cpu) {

    private static final double PER_MILLI = 1e6;
    private static final double PER_SECOND = 1e9;

    /// @throws IllegalStateException where the JVM does not know its processor time
    static Clocks now() {
        return new Clocks(System.nanoTime(), processCpu());
    }

    private static long processCpu() {
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean machine) {
            return machine.getProcessCpuTime();
        }
        throw new IllegalStateException("this JVM does not know its processor time");
    }

    /// The time between two moments.
    record Span(long wall, long cpu) {

        double wallSeconds() {
            return wall / PER_SECOND;
        }

        double cpuMillis() {
            return cpu / PER_MILLI;
        }
    }

    Span until(Clocks later) {
        return new Span(later.wall - wall, later.cpu - cpu);
    }

    double cpuMillis() {
        return cpu / PER_MILLI;
    }
}
