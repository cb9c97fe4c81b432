package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.IsolationProbe;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Attacks in C, on the task that `init --lang c` writes: each has the outcome it should have, an
/// honest candidate gets the same score after it, and nothing is left behind.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileProcessIT {

    private static final Path TEMPLATE = Path.of("src/main/resources/dev/tradewind/cli/init/c");
    private static final Isolation BEST = IsolationProbe.probe().chosen();
    private static final String HEADERS =
            """
            #define _GNU_SOURCE
            #include "dispatch.h"
            #include <errno.h>
            #include <fcntl.h>
            #include <linux/userfaultfd.h>
            #include <math.h>
            #include <setjmp.h>
            #include <signal.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/mman.h>
            #include <sys/ptrace.h>
            #include <sys/socket.h>
            #include <sys/stat.h>
            #include <sys/syscall.h>
            #include <time.h>
            #include <unistd.h>
            """;

    private Assembly assembly;
    private Task task;
    private double honest;
    private Path secrets;

    @BeforeAll
    void assemble(@TempDir Path folder) throws IOException {
        secrets = folder;
        task = impatient(CampaignReader.read(TEMPLATE, List.of()).task());
        assembly = Assembly.of(CompiledTask.of(task), 1, 1, BEST);
        honest = score(attack(""));
        Files.writeString(secrets.resolve("secret.txt"), "sesame");
    }

    /// The same with a second of processor time: who sleeps is waited for ten times as long.
    private static Task impatient(Task task) {
        TaskLimits limits = task.limits();
        return new Task(
                task.name(),
                task.folder(),
                task.statement(),
                task.objectives(),
                task.measures(),
                task.seed(),
                task.workings(),
                new TaskLimits(
                        Duration.ofSeconds(1), limits.heap(), limits.fuel(), limits.source()),
                task.procedure(),
                task.parameters(),
                task.baselines(),
                task.examples());
    }

    @AfterEach
    void an_honest_candidate_gets_its_known_score_and_nothing_is_left() {
        assertThat(score(attack(""))).isEqualTo(honest);
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @AfterAll
    void close() {
        assembly.close();
    }

    /// An attack that succeeds prints no order or dies by `abort`; one that fails goes on honestly.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            textBlock =
                    """
                    password file    @ if (open("/etc/passwd", O_RDONLY) >= 0) abort();
                    environment      @ if (getenv("USER") || getenv("OPENAI_API_KEY") || getenv("SHELL")) abort();
                    tcp              @ if (socket(AF_INET, SOCK_STREAM, 0) >= 0) abort();
                    unix socket      @ if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0) abort();
                    ptrace           @ if (ptrace(PTRACE_ATTACH, getppid(), 0, 0) == 0) abort();
                    memory of parent @ if (open("/proc/1/mem", O_RDWR) >= 0) abort();
                    read of parent   @ if (syscall(SYS_process_vm_readv, getppid(), 0, 0, 0, 0, 0) >= 0) abort();
                    mount            @ if (syscall(SYS_mount, "none", "/tmp", "tmpfs", 0, 0) == 0) abort();
                    user namespace   @ if (syscall(SYS_unshare, 0x10000000) == 0) abort();
                    namespace clone  @ if (syscall(SYS_clone, 0x10000000 | SIGCHLD, 0, 0, 0, 0) >= 0) abort();
                    bpf              @ if (syscall(SYS_bpf, 0, 0, 0) >= 0 || errno != EPERM) abort();
                    io_uring         @ if (syscall(425, 8, 0) >= 0 || errno != EPERM) abort();
                    userfaultfd      @ if (syscall(SYS_userfaultfd, 0) >= 0 || errno != EPERM) abort();
                    perf             @ if (syscall(SYS_perf_event_open, 0, 0, -1, -1, 0) >= 0 || errno != EPERM) abort();
                    keys             @ if (syscall(SYS_keyctl, 0, 0) >= 0 || errno != EPERM) abort();
                    clock            @ struct timespec t = {0}; if (clock_settime(CLOCK_REALTIME, &t) == 0) abort();
                    signal to init   @ kill(1, SIGKILL);
                    tools            @ if (open("/tools/run", O_WRONLY) >= 0) abort();
                    itself           @ if (open("/candidate/candidate.so", O_WRONLY) >= 0) abort();
                    new file         @ if (open("/candidate/new", O_CREAT | O_WRONLY, 0600) >= 0) abort();
                    link out         @ if (symlink("/etc", "/candidate/etc") == 0) abort();
                    device           @ if (mknod("/tmp/disk", S_IFBLK | 0600, 0x100) == 0) abort();
                    """)
    void what_is_blocked_does_no_harm(String name, String attack) {
        assertThat(score(attack(attack))).as(name).isEqualTo(honest);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            textBlock =
                    """
                    segmentation     @ CRASH          @ *(volatile int *)0 = 1;
                    kill             @ CRASH          @ raise(SIGKILL);
                    stop             @ TIMEOUT        @ raise(SIGSTOP);
                    leave            @ INVALID_RESULT @ _exit(0);
                    leave badly      @ CRASH          @ _exit(3);
                    loop             @ TIMEOUT        @ for (;;) now += 1;
                    print for ever   @ INVALID_RESULT @ for (;;) write(1, "[1,2,3,4,5,6,7,8,9,0]\\n", 22);
                    print no end     @ INVALID_RESULT @ for (;;) write(1, "11111111111111111111", 20);
                    complain         @ INVALID_RESULT @ for (;;) write(2, "11111111111111111111", 20);
                    forge a stop     @ HOPELESS       @ dprintf(1, "{\\"stop\\": \\"HOPELESS\\"}\\n"); _exit(0);
                    forge a fault    @ INVALID_RESULT @ dprintf(1, "{\\"stop\\": \\"EVALUATOR_FAULT\\"}\\n"); _exit(0);
                    forge an order   @ INVALID_RESULT @ puts("[0,0,0]"); fflush(stdout);
                    hoard            @ MEMORY         @ for (;;) memset(malloc(1 << 20), 1, 1 << 20);
                    hang at exit     @ TIMEOUT        @ if (fork() == 0) for (;;) pause(); atexit((void (*)(void))pause); exit(0);
                    """)
    void what_goes_wrong_is_told_by_its_cause(String name, FailureCause cause, String attack) {
        Evaluation evaluation = attack(attack);
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.cause()).as(failed.detail()).isEqualTo(cause));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            textBlock =
                    """
                    fork bomb        @ for (int i = 0; i < 300; i++) if (fork() == 0) { pause(); }
                    daemon           @ if (fork() == 0) { setsid(); if (fork() == 0) for (;;) pause(); _exit(0); }
                    full disk        @ int f = open("/tmp/x", O_CREAT | O_WRONLY, 0600); static char m[1 << 20]; while (write(f, m, sizeof m) > 0) { }
                    sparse file      @ signal(SIGXFSZ, SIG_IGN); int f = open("/tmp/y", O_CREAT | O_WRONLY, 0600); if (ftruncate(f, 1L << 40) == 0) abort();
                    held pipe        @ if (fork() == 0) for (;;) pause();
                    """)
    void what_is_bounded_ends_with_its_process(String name, String attack) {
        Evaluation evaluation = attack("static int once; if (!once++) { " + attack + " }");
        assertThat(evaluation).as(name).isInstanceOf(Evaluation.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            textBlock =
                    """
                    include a secret @ #include "SECRET"
                    incbin a secret  @ __asm__(".incbin \\"SECRET\\"");
                    include itself   @ #include "dispatch.c"
                    include devices  @ #include "/dev/zero"
                    huge array       @ char bomb[1L << 40] = {1};
                    """)
    void a_compiler_is_led_nowhere(String name, String line) {
        String text = line.replace("SECRET", secrets.resolve("secret.txt").toString());
        Evaluation evaluation = assembly.evaluate(program(text, ""), Split.TRAINING);
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> {
                            assertThat(failed.cause())
                                    .isIn(
                                            FailureCause.COMPILE,
                                            FailureCause.TIMEOUT,
                                            FailureCause.MEMORY);
                            assertThat(failed.detail()).doesNotContain("sesame");
                        });
    }

    private Evaluation attack(String statements) {
        return assembly.evaluate(program("", statements), Split.TRAINING);
    }

    private Program program(String top, String statements) {
        return Program.of(
                "dispatch.c",
                """
                %s
                %s
                double priority(double duration, double weight, double due, double now)
                {
                    (void)duration, (void)weight, (void)now;
                    %s
                    return -due;
                }
                """
                        .formatted(HEADERS, top, statements));
    }

    private static double score(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Scored.class);
        return ((Scored) evaluation).scores().first();
    }
}
