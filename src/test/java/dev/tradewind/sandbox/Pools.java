package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Children that misbehave on request, and how to see that none is left.
final class Pools {

    static final Deadline SHORT = new Deadline(Duration.ofMillis(100), Duration.ofMinutes(2));
    static final Deadline BRIEF = new Deadline(Duration.ofMinutes(1), Duration.ofMillis(300));
    static final Deadline AMPLE = new Deadline(Duration.ofMinutes(1), Duration.ofMinutes(5));

    private static final int PATIENCE_SECONDS = 30;

    private Pools() {}

    static Child child(String greeting) {
        return new Child(
                Misbehaviour.class,
                utf8(greeting),
                Bytes.mebi(48),
                Bytes.mebi(400),
                Bytes.kibi(64),
                List.of());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Ending ending) {
        assertThat(ending).isInstanceOf(Ending.Answered.class);
        return new String(((Ending.Answered) ending).answer(), StandardCharsets.UTF_8);
    }

    static void assertNoneLeftAfterClosing(WorkerPool pool) {
        long[] processes = pool.pids();
        pool.close();
        assertThat(pool.pids()).isEmpty();
        assertNoneLeft(processes);
    }

    static void assertNoneLeft(long[] processes) {
        assertThat(Arrays.stream(processes).boxed().map(ProcessHandle::of))
                .allSatisfy(
                        handle ->
                                handle.ifPresent(
                                        process ->
                                                assertThat(process.onExit())
                                                        .succeedsWithin(
                                                                PATIENCE_SECONDS,
                                                                TimeUnit.SECONDS)));
    }
}
