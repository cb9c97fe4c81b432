package dev.tradewind.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/// Reads how much memory this JVM uses.
final class Memory {

    private static final double MEBI = 1 << 20;

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
}
