package dev.tradewind.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.sandbox.CommandEnding.How;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// What a command in any isolation can and can not do, as shell scripts; after each of them an
/// honest command does what it always does, and nothing is left.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommandContract {

    private static final CommandLimits LIMITS =
            new CommandLimits(
                    new Deadline(Duration.ofMillis(400), Duration.ofSeconds(4)),
                    Bytes.mebi(64),
                    Bytes.kibi(64),
                    Bytes.mebi(1),
                    20);

    private final Isolation isolation;
    private @Nullable CommandRunner runner;

    private Path secrets = Path.of("");
    private Path work = Path.of("");

    CommandContract(Isolation isolation) {
        this.isolation = isolation;
    }

    @BeforeAll
    void works_here(@TempDir Path folder) throws IOException {
        secrets = Files.createDirectory(folder.resolve("secrets"));
        work = Files.createDirectory(folder.resolve("work"));
        try {
            runner = CommandRunner.of(isolation);
        } catch (SandboxException absent) {
            assumeTrue(false, absent.getMessage());
        }
        Files.writeString(secrets.resolve("key"), "s3cret");
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void an_honest_command_does_what_it_always_does() {
        CommandEnding honest = run("read line; echo \"got $line\"");
        assertThat(honest.how()).isEqualTo(new How.Left(0));
        assertThat(text(honest)).isEqualTo("got input\n");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @AfterAll
    void closes() {
        if (runner != null) {
            runner.close();
        }
    }

    @Test
    void status_output_and_complaints_are_told() {
        CommandEnding ending = run("echo out; echo oh no >&2; exit 7");
        assertThat(ending.how()).isEqualTo(new How.Left(7));
        assertThat(text(ending)).isEqualTo("out\n");
        assertThat(ending.complaints()).isEqualTo("oh no\n");
    }

    @Test
    void a_signal_is_named() {
        assertThat(run("kill -SEGV $$").how()).isEqualTo(new How.Killed("SIGSEGV"));
        assertThat(run("kill -KILL $$").how()).isEqualTo(new How.Killed("SIGKILL"));
    }

    @Test
    void one_that_stops_itself_ends_by_the_clock() {
        assertThat(run("kill -STOP $$").how()).isInstanceOf(How.OutOfTime.class);
    }

    @Test
    void an_endless_loop_ends_at_its_processor_time() {
        CommandEnding ending = run("while :; do :; done");
        assertThat(ending.how()).isInstanceOf(How.OutOfTime.class);
        assertThat(ending.cpu()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
    }

    @Test
    void time_of_children_that_have_ended_counts() {
        CommandEnding ending =
                run(
                        "for i in 1 2 3 4 5 6 7 8 9; do (i=0; while [ $i -lt 40000 ]; do i=$((i+1)); done); done");
        assertThat(ending.cpu()).isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void flooding_an_output_ends_it() {
        assertThat(run("while :; do echo 0123456789012345678901234567890123456789; done").how())
                .isInstanceOf(How.Flooded.class);
        assertThat(run("while :; do echo 0123456789012345678901234567890123456789 >&2; done").how())
                .isInstanceOf(How.Flooded.class);
    }

    @Test
    void a_hoarder_ends_for_memory_or_by_itself() {
        CommandEnding ending = run("x=0123456789; while :; do x=$x$x; done");
        assertThat(ending.well()).isFalse();
    }

    @Test
    void memory_that_processes_share_counts_once() {
        CommandEnding ending =
                run(
                        """
                        python3 -c '
                        import os, time
                        block = b"x" * 30_000_000
                        for child in range(5):
                            os.fork() or time.sleep(60)
                        time.sleep(0.2)
                        print("shared")'
                        """);
        assertThat(text(ending)).as(ending.how().toString()).isEqualTo("shared\n");
    }

    @Test
    void a_fork_bomb_is_bounded_and_dies() {
        CommandEnding ending = run("for i in $(seq 200); do sleep 60 & done; echo all started");
        assertThat(text(ending)).doesNotContain("all started");
    }

    @Test
    void a_daemon_dies_with_its_command() {
        assertThat(run("setsid sleep 61 </dev/null >/dev/null 2>&1 & exit 0").how())
                .isEqualTo(new How.Left(0));
    }

    @Test
    void a_pipe_held_open_by_a_grandchild_holds_up_nobody() {
        CommandEnding ending = run("sleep 62 & exit 0");
        assertThat(ending.wall()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void nothing_can_be_read_that_is_not_shown() {
        assertThat(
                        text(
                                run(
                                        "cat %s/key; cat /etc/passwd /etc/shadow; ls /root /home"
                                                .formatted(secrets))))
                .isEmpty();
    }

    /// Whoever the command runs as: libraries with several variants are found this way only.
    @Test
    void what_is_shown_outside_of_usr_can_be_read() {
        CommandEnding ending = run("ls /etc; head -c 4 /etc/ld.so.cache");
        assertThat(text(ending)).contains("ld.so.cache", "ld.s");
        assertThat(ending.well()).isTrue();
    }

    @Test
    void the_environment_holds_no_keys() {
        assertThat(text(run("env | cut -d= -f1 | sort | tr '\\n' ' '")))
                .isEqualTo("HOME PATH PWD PYTHONHASHSEED ");
    }

    @Test
    void only_what_is_writable_can_be_written() throws IOException {
        run("echo hi > /candidate/written; echo hi > /usr/bin/x; echo hi > /x; echo hi > /etc/x");
        assertThat(work.resolve("written")).hasContent("hi");
        Files.delete(work.resolve("written"));
        assertThat(Path.of("/usr/bin/x")).doesNotExist();
    }

    @Test
    void the_temporary_folder_can_not_be_filled() {
        CommandEnding ending =
                run(
                        "i=0; while [ $i -lt 40 ]; do head -c 100000 /dev/zero > /tmp/$i || exit 9; i=$((i+1)); done");
        assertThat(ending.how()).isEqualTo(new How.Left(9));
    }

    @Test
    void a_file_can_not_grow_without_end() {
        CommandEnding ending = run("head -c 100000000 /dev/zero > /candidate/large");
        assertThat(ending.well()).isFalse();
        assertThat(work.resolve("large"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20));
    }

    @Test
    void a_file_in_memory_may_be_as_large_as_memory_where_no_disk_can_be_written() {
        String grow = "import os; os.ftruncate(os.memfd_create(\"x\"), 1 << %d)";
        String roomy = "python3 -c '" + grow.formatted(24) + "'";
        assertThat(run(roomy, Mount.readOnly(work, "/candidate")).well()).isTrue();
        assertThat(run(roomy).well()).isFalse();
        String beyond = "python3 -c '" + grow.formatted(28) + "'";
        assertThat(run(beyond, Mount.readOnly(work, "/candidate")).well()).isFalse();
    }

    @Test
    void no_process_of_the_machine_is_seen_or_signalled() {
        CommandEnding ending = run("ls -d /proc/[0-9]* | wc -l; kill -9 -1; echo alive");
        assertThat(Integer.parseInt(text(ending).lines().findFirst().orElse("99").strip()))
                .isLessThan(8);
    }

    @Test
    void there_is_no_network_but_an_empty_loopback() {
        assertThat(text(run("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' \\n'")))
                .isIn("lo", "");
    }

    final CommandEnding run(String script) {
        return run(script, Mount.writable(work, "/candidate"));
    }

    private CommandEnding run(String script, Mount mount) {
        SandboxedCommand command =
                new SandboxedCommand(
                        List.of("sh", "-c", script),
                        "/candidate",
                        List.of(mount),
                        List.of(),
                        LIMITS);
        return Objects.requireNonNull(runner)
                .run(command, "input\n".getBytes(StandardCharsets.UTF_8));
    }

    static String text(CommandEnding ending) {
        return new String(ending.output(), StandardCharsets.UTF_8);
    }
}
