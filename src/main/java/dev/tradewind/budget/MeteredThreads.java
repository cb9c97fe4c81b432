package dev.tradewind.budget;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/// Threads that can tell the processor time of what they compute: the kernel keeps no account of a
/// virtual thread. As many as there are processors; for work that computes and never waits.
///
/// Safe for any number of threads.
public final class MeteredThreads implements AutoCloseable {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final ExecutorService threads;

    /// Threads start when they are first needed.
    public MeteredThreads() {
        int processors = ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors();
        ThreadFactory factory = Thread.ofPlatform().name("metered-", 1).daemon().factory();
        threads = Executors.newFixedThreadPool(processors, factory);
    }

    /// Computes on one of these threads and waits for it, where the caller cannot measure its own
    /// time. What is thrown there is thrown here.
    public <T> Metered<T> call(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return metered(work);
        }
        try {
            return CompletableFuture.supplyAsync(() -> metered(work), threads).join();
        } catch (CompletionException thrown) {
            throw unchecked(thrown);
        }
    }

    private static <T> Metered<T> metered(Supplier<T> work) {
        long before = CLOCK.getCurrentThreadCpuTime();
        T value = work.get();
        return new Metered<>(value, Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - before));
    }

    private static RuntimeException unchecked(CompletionException thrown) {
        return switch (thrown.getCause()) {
            case RuntimeException own -> own;
            case Error error -> throw error;
            case null, default -> thrown;
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
