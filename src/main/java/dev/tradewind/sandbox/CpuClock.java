package dev.tradewind.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/// Reads the kernel's account of the processor time another process has used, all its threads
/// together, ended ones too.
///
/// On Linux one call of `clock_gettime` with the clock of that process: a fifth of a microsecond,
/// exact to the nanosecond. The other sources are `/proc/PID/stat`, which counts in steps of 10 ms,
/// longer than most evaluations, and one `schedstat` file per thread, twenty files per reading.
final class CpuClock {

    /// `CPUCLOCK_SCHED` of the kernel: running time, as the scheduler measured it.
    private static final int SCHEDULED = 2;

    private static final MethodHandle CLOCK_GETTIME = clockGettime();

    private static final boolean EXACT = read(ProcessHandle.current()) > 0;

    private CpuClock() {}

    /// Nanoseconds; 0 for a process that is gone.
    static long nanos(ProcessHandle process) {
        return EXACT
                ? Math.max(0, read(process))
                : process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static long read(ProcessHandle process) {
        int clock = (int) (~process.pid() << 3 | SCHEDULED);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
            return (int) CLOCK_GETTIME.invokeExact(clock, time) == 0
                    ? Duration.ofSeconds(
                                    time.getAtIndex(ValueLayout.JAVA_LONG, 0),
                                    time.getAtIndex(ValueLayout.JAVA_LONG, 1))
                            .toNanos()
                    : -1;
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime can not be called", e);
        }
    }

    @SuppressWarnings("restricted") // the signature is that of POSIX; nothing is passed unbounded
    private static MethodHandle clockGettime() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }
}
