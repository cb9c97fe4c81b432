package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/// What every isolation promises, whatever the child does: a named ending, the next honest request
/// answered exactly, a spare in its place, and no process left.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxContract {

    private final Isolation isolation;
    private final WorkerPool pool;

    SandboxContract(Isolation isolation) {
        this.isolation = isolation;
        this.pool = new WorkerPool(Pools.child("hello "), 1, isolation);
    }

    @BeforeAll
    void works_here() {
        IsolationProbe.Rung rung =
                IsolationProbe.tryAll().stream()
                        .filter(tried -> tried.isolation() == isolation)
                        .findFirst()
                        .orElseThrow();
        assumeTrue(rung.works(), rung.toString());
    }

    @AfterEach
    void the_next_honest_request_is_answered_exactly() {
        assertThat(Pools.text(ask("echo world", Pools.AMPLE))).isEqualTo("hello world");
    }

    @AfterAll
    void no_process_is_left_after_close() {
        Pools.assertNoneLeftAfterClosing(pool);
    }

    @Test
    void an_answer_comes_with_the_processor_time_it_took() {
        Ending ending = ask("echo world", Pools.AMPLE);
        assertThat(ending.cpu()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(5));
    }

    @Test
    void an_endless_loop_ends_at_its_processor_time() {
        Ending ending = ask("loop", Pools.SHORT);
        assertThat(ending).isInstanceOf(Ending.OutOfTime.class);
        assertThat(ending.cpu()).isGreaterThan(Pools.SHORT.cpu());
    }

    @Test
    void a_sleeper_ends_by_the_clock() {
        assertThat(ask("sleep", Pools.BRIEF)).isInstanceOf(Ending.OutOfTime.class);
    }

    @Test
    void a_hoarder_runs_out_of_heap() {
        assertThat(ask("hoard", Pools.AMPLE)).isInstanceOf(Ending.OutOfMemory.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exit 0", "exit 137", "throw", "garbage Here is my score: 1000000", "forge"})
    void leaving_and_forging_count_as_a_crash(String request) {
        assertThat(ask(request, Pools.AMPLE)).isInstanceOf(Ending.Crashed.class);
    }

    @Test
    void a_claim_of_two_gigabytes_is_refused_unread() {
        assertThat(crash("huge")).contains("2147483647 bytes announced, at most 65536");
    }

    @Test
    void an_answer_beyond_its_limit_is_a_crash() {
        assertThat(ask("long 65536", Pools.AMPLE)).isInstanceOf(Ending.Answered.class);
        assertThat(crash("long 65537")).contains("65537 bytes announced");
    }

    @Test
    void of_an_exception_only_its_class_is_told() {
        assertThat(crash("throw")).contains("java.io.IOException").doesNotContain("red");
    }

    @Test
    void printing_disturbs_nothing() {
        assertThat(Pools.text(ask("print", Pools.AMPLE))).isEqualTo("printed");
    }

    @Test
    void flooding_standard_error_ends_the_child() {
        assertThat(crash("shout")).contains("1 MiB on standard error");
    }

    @Test
    void the_environment_is_empty() {
        assertThat(Pools.text(ask("environment", Pools.AMPLE))).isIn("[]", "[PWD]");
    }

    @Test
    void control_c_in_the_terminal_disturbs_no_child() throws Exception {
        the_next_honest_request_is_answered_exactly();
        // A spare may still be starting, so more children may be there afterwards; none may be
        // gone.
        long[] before = pool.pids();
        for (long pid : before) {
            new ProcessBuilder("kill", "-INT", "" + pid).start().waitFor();
        }
        the_next_honest_request_is_answered_exactly();
        assertThat(pool.pids()).contains(before);
    }

    @Test
    void a_spare_takes_over_after_each_kill() {
        long kills = pool.kills();
        int gaps = pool.gaps().size();
        ask("exit 1", Pools.AMPLE);
        the_next_honest_request_is_answered_exactly();
        assertThat(pool.kills()).isEqualTo(kills + 1);
        assertThat(pool.gaps()).hasSize(gaps + 1);
    }

    final String said(String request) {
        return Pools.text(ask(request, Pools.AMPLE));
    }

    final Ending ask(String request, Deadline deadline) {
        return pool.ask(Pools.utf8(request), deadline);
    }

    /// What a child says that tries to reach a server of ours on the loopback interface.
    final String connecting() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return said("connect " + server.getLocalPort());
        }
    }

    private String crash(String request) {
        Ending ending = ask(request, Pools.AMPLE);
        assertThat(ending).isInstanceOf(Ending.Crashed.class);
        return ((Ending.Crashed) ending).detail();
    }
}
