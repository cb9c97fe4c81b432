package dev.tradewind.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how much memory this JVM uses.
final class Memory {

    private static final double MEBI = 1 << 20;
    private static final double KIBIS = 1 << 10;
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /// What lives in the heap, after a collection.
    static double liveMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
    }

    /// What is set aside for classes.
    static long metaspaceBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getCommitted())
                .sum();
    }

    /// What the system has given this process, now.
    static double residentMebibytes() {
        return status("VmRSS");
    }

    /// The most it ever had.
    static double mostResidentMebibytes() {
        return status("VmHWM");
    }

    private static double status(String name) {
        try {
            Matcher line =
                    Pattern.compile(name + ":\\s*(\\d+) kB").matcher(Files.readString(STATUS));
            if (!line.find()) {
                throw new IllegalStateException(STATUS + " does not tell " + name);
            }
            return Long.parseLong(line.group(1)) / KIBIS;
        } catch (IOException elsewhere) {
            throw new UncheckedIOException("only Linux tells a process's memory", elsewhere);
        }
    }
}
