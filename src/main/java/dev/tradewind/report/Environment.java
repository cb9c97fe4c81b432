package dev.tradewind.report;

import java.lang.management.ManagementFactory;
import java.util.List;

/// What a run ran on: enough to compare speeds, nothing that tells whose machine it was.
///
/// @param tradewind version of this program
/// @param java version and vendor of the JDK
/// @param os name and architecture
/// @param cores processors the JVM may use
/// @param memoryMib physical memory
/// @param sandbox how candidates were kept apart from the machine
/// @param spared what the machine lacks and the task did without, one sentence each
public record Environment(
        String schema,
        String tradewind,
        String java,
        String os,
        int cores,
        long memoryMib,
        String sandbox,
        List<String> spared) {

    public static final String SCHEMA = "tradewind/environment/1";

    public Environment {
        spared = List.copyOf(spared);
    }

    /// This machine, and nothing it lacks.
    public static Environment here(String sandbox) {
        return here(sandbox, List.of());
    }

    /// This machine.
    public static Environment here(String sandbox, List<String> spared) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long bytes =
                system instanceof com.sun.management.OperatingSystemMXBean machine
                        ? machine.getTotalMemorySize()
                        : 0;
        return new Environment(
                SCHEMA,
                version(),
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                system.getAvailableProcessors(),
                bytes >> 20,
                sandbox,
                spared);
    }

    /// The version of this program, `development` when it does not run from its jar.
    public static String version() {
        String version = Environment.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// One line: `2 cores, 8 GiB, Linux amd64, Java 25.0.3`.
    public String machine() {
        return "%d %s, %d GiB, %s, Java %s"
                .formatted(
                        cores,
                        cores == 1 ? "core" : "cores",
                        Math.round(memoryMib / 1024.0),
                        os,
                        java);
    }
}
