package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

final class WorkerPoolIT {

    private static final Isolation BEST = IsolationProbe.probe().chosen();

    /// A coordinator whose children loop for ever: it says who they are and waits to be killed.
    static void main(String[] arguments) {
        WorkerPool pool = new WorkerPool(Pools.child(""), 2, Isolation.named(arguments[0]));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Pools.text(pool.ask(Pools.utf8("echo up"), Pools.AMPLE));
            Future<?> loop = callers.submit(() -> pool.ask(Pools.utf8("loop"), Pools.AMPLE));
            Pools.text(pool.ask(Pools.utf8("echo still up"), Pools.AMPLE));
            System.out.println(Arrays.toString(pool.pids()));
            System.out.println(loop.state());
        }
    }

    @Test
    void fifty_kills_in_a_row_leave_a_pool_that_answers() {
        WorkerPool pool = new WorkerPool(Pools.child("hello "), 2, BEST);
        for (int kill = 0; kill < 50; kill++) {
            assertThat(pool.ask(Pools.utf8("forge"), Pools.AMPLE))
                    .isInstanceOf(Ending.Crashed.class);
        }
        assertThat(Pools.text(pool.ask(Pools.utf8("echo world"), Pools.AMPLE)))
                .isEqualTo("hello world");
        assertThat(pool.kills()).isEqualTo(50);
        assertThat(pool.starts()).isEqualTo(2 + 1 + 50);
        assertThat(pool.gaps()).hasSizeBetween(48, 50);
        Pools.assertNoneLeftAfterClosing(pool);
    }

    @Test
    void many_callers_share_few_lanes_and_each_gets_its_own_answer()
            throws InterruptedException, ExecutionException {
        try (WorkerPool pool = new WorkerPool(Pools.child(""), 2, BEST);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Ending>> endings =
                    IntStream.range(0, 200)
                            .mapToObj(
                                    caller ->
                                            callers.submit(
                                                    () -> pool.ask(request(caller), Pools.AMPLE)))
                            .toList();
            for (int caller = 0; caller < endings.size(); caller++) {
                Ending ending = endings.get(caller).get();
                if (caller % 50 == 7) {
                    assertThat(ending).isInstanceOf(Ending.Crashed.class);
                } else {
                    assertThat(Pools.text(ending)).isEqualTo("caller " + caller);
                }
            }
            assertThat(pool.kills()).isEqualTo(4);
        }
    }

    @Test
    void a_process_is_replaced_after_its_share_of_requests() {
        PoolSettings settings = new PoolSettings(BEST, 1, 1, 3);
        try (WorkerPool pool = new WorkerPool(Pools.child("hello "), settings)) {
            for (int request = 0; request < 7; request++) {
                assertThat(Pools.text(pool.ask(Pools.utf8("echo world"), Pools.AMPLE)))
                        .isEqualTo("hello world");
            }
            assertThat(pool.starts()).isEqualTo(2 + 2);
            assertThat(pool.kills()).isZero();
        }
    }

    @Test
    void a_process_that_dies_idle_is_blamed_on_no_request() {
        try (WorkerPool pool = new WorkerPool(Pools.child("hello "), 1, BEST)) {
            pool.ask(Pools.utf8("echo world"), Pools.AMPLE);
            LongStream.of(pool.pids())
                    .mapToObj(ProcessHandle::of)
                    .forEach(
                            handle ->
                                    handle.ifPresent(
                                            process -> {
                                                process.destroyForcibly();
                                                process.onExit().join();
                                            }));
            assertThat(Pools.text(pool.ask(Pools.utf8("echo world"), Pools.AMPLE)))
                    .isEqualTo("hello world");
            assertThat(pool.kills()).isZero();
        }
    }

    @Test
    void a_child_that_can_not_be_greeted_is_reported_and_not_started_for_ever() {
        try (WorkerPool pool = new WorkerPool(Pools.child(Misbehaviour.UNKIND), 1, BEST)) {
            assertThatExceptionOfType(SandboxException.class)
                    .isThrownBy(() -> pool.ask(new byte[0], Pools.AMPLE))
                    .withMessageContaining("IllegalArgumentException: not with me: unkind");
            assertThat(pool.starts()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void too_much_resident_memory_ends_the_child() {
        Child small =
                new Child(
                        Misbehaviour.class,
                        new byte[0],
                        Bytes.mebi(2000),
                        Bytes.mebi(200),
                        Bytes.kibi(1),
                        List.of());
        try (WorkerPool pool = new WorkerPool(small, 1, BEST)) {
            Ending ending = pool.ask(Pools.utf8("hoard"), Pools.AMPLE);
            assertThat(ending).isInstanceOf(Ending.OutOfMemory.class);
            assertThat(((Ending.OutOfMemory) ending).detail()).contains("200 MiB allowed");
        }
    }

    @Test
    void a_request_too_large_to_send_is_a_callers_mistake() {
        try (WorkerPool pool = new WorkerPool(Pools.child(""), 1, BEST)) {
            byte[] request = new byte[(64 << 20) + 1];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pool.ask(request, Pools.AMPLE))
                    .withMessageContaining("at most 64 MiB");
        }
    }

    @Test
    void a_process_that_calls_itself_worn_still_answers_and_is_replaced() {
        try (WorkerPool pool = new WorkerPool(Pools.child("hello "), 1, BEST)) {
            for (int time = 0; time < 3; time++) {
                assertThat(pool.ask(Pools.utf8("wear out"), Pools.AMPLE))
                        .isInstanceOf(Ending.Answered.class);
            }
            assertThat(pool.starts()).as("a lane, a spare, and one for each").isEqualTo(5);
            assertThat(pool.kills()).isZero();
        }
    }

    @Test
    void a_cache_that_fits_nothing_only_costs_time(@TempDir Path folder) throws IOException {
        Path cache = Files.writeString(folder.resolve("stale.aot"), "from another JDK");
        System.setProperty(JavaCommand.CACHE_PROPERTY, cache.toString());
        try (WorkerPool pool = new WorkerPool(Pools.child("hello "), 1, BEST)) {
            assertThat(Pools.text(pool.ask(Pools.utf8("echo world"), Pools.AMPLE)))
                    .isEqualTo("hello world");
        } finally {
            System.clearProperty(JavaCommand.CACHE_PROPERTY);
        }
    }

    @Test
    void closing_at_once_leaves_no_half_started_process() {
        for (int time = 0; time < 5; time++) {
            Pools.assertNoneLeftAfterClosing(new WorkerPool(Pools.child(""), 2, BEST));
        }
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void closing_sends_every_caller_away() {
        WorkerPool pool = new WorkerPool(Pools.child(""), 1, BEST);
        pool.ask(Pools.utf8("echo up"), Pools.AMPLE);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Object> sleeper =
                    CompletableFuture.<Object>supplyAsync(
                                    () -> pool.ask(Pools.utf8("sleep"), Pools.AMPLE), callers)
                            .exceptionally(Throwable::getCause);
            pool.close();
            assertThatExceptionOfType(SandboxException.class)
                    .isThrownBy(() -> pool.ask(new byte[0], Pools.AMPLE))
                    .withMessageContaining("closed");
            assertThat(sleeper.join())
                    .isInstanceOfAny(Ending.Crashed.class, SandboxException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void no_child_survives_kill_9_of_its_parent(Isolation isolation) throws IOException {
        Process coordinator = coordinator(isolation);
        long[] children;
        try (BufferedReader output = coordinator.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            assertThat(line).isNotNull();
            children =
                    Arrays.stream(line.replaceAll("[\\[\\] ]", "").split(","))
                            .mapToLong(Long::parseLong)
                            .toArray();
        } finally {
            coordinator.destroyForcibly().onExit().join();
        }
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);
        Pools.assertNoneLeft(children);
    }

    private static byte[] request(int caller) {
        return Pools.utf8(caller % 50 == 7 ? "exit 1" : "echo caller " + caller);
    }

    private static Process coordinator(Isolation isolation) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerPoolIT.class.getName(),
                        isolation.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
