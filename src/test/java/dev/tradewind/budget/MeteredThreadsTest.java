package dev.tradewind.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.LongStream;

final class MeteredThreadsTest {

    private final MeteredThreads threads = new MeteredThreads();

    @AfterEach
    void end() {
        threads.close();
    }

    private static long work() {
        return LongStream.range(0, 3_000_000).map(each -> each * each ^ each >> 3).sum();
    }

    private static <T> T onVirtualThread(Supplier<T> what) {
        return CompletableFuture.supplyAsync(what, task -> Thread.ofVirtual().start(task)).join();
    }

    @Test
    void the_time_of_a_virtual_threads_work_is_told() {
        Metered<Long> metered = onVirtualThread(() -> threads.call(MeteredThreadsTest::work));
        assertThat(metered.value()).isEqualTo(work());
        assertThat(metered.cpu()).isGreaterThan(Duration.ofNanos(1_000));
    }

    @Test
    void a_platform_thread_works_itself() {
        assertThat(threads.call(Thread::currentThread).value()).isEqualTo(Thread.currentThread());
    }

    @Test
    void what_is_thrown_there_is_thrown_here() {
        assertThatThrownBy(() -> onVirtualThread(() -> threads.call(this::fails)))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("as wished");
    }

    private long fails() {
        throw new IllegalStateException("as wished");
    }
}
