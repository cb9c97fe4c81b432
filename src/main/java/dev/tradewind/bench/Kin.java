package dev.tradewind.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Adds up the processor time of this process and of all it started.
///
/// What a process used between the last look and its end is lost, so look often. The system counts
/// other processes' time in steps of 10 ms.
final class Kin {

    private final Map<ProcessHandle, Long> seen = new HashMap<>();
    private final Predicate<ProcessHandle> counted;

    /// Everyone.
    Kin() {
        this(_ -> true);
    }

    /// @param counted which of those it started
    Kin(Predicate<ProcessHandle> counted) {
        this.counted = counted;
    }

    /// Looks at everyone.
    synchronized void look() {
        ProcessHandle.current()
                .descendants()
                .filter(counted)
                .forEach(child -> seen.merge(child, cpu(child), Math::max));
    }

    /// Of everyone ever seen, in nanoseconds, and of this process.
    synchronized Clocks now() {
        look();
        long children = seen.values().stream().mapToLong(Long::longValue).sum();
        Clocks own = Clocks.now();
        return new Clocks(own.wall(), own.cpu() + children);
    }

    private static long cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
