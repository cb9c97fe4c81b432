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
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.IsolationProbe;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/// Attacks in Python, on the task that `init --lang python` writes, whose judge is a process of its
/// own: each has the outcome it should have, an honest candidate gets the same score after it, and
/// nothing is left behind but the judge.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostilePythonIT {

    private static final Path TEMPLATE =
            Path.of("src/main/resources/dev/tradewind/cli/init/python");

    private Assembly assembly;
    private Task task;
    private double honest;
    private long companions;

    @BeforeAll
    void assemble() {
        task = CampaignReader.read(TEMPLATE, List.of()).task();
        assembly = Assembly.of(CompiledTask.of(task), 1, 1, IsolationProbe.probe().chosen());
        honest = score(attack(""));
        companions = living();
    }

    @AfterEach
    void an_honest_candidate_gets_its_known_score_and_nothing_is_left() {
        assertThat(score(attack(""))).isEqualTo(honest);
        assertThat(living()).isEqualTo(companions);
    }

    @AfterAll
    void the_judge_ends_with_the_assembly() {
        assembly.close();
        assertThat(living()).isZero();
    }

    /// An attack that succeeds ends its process before it answers; one that fails goes on honestly.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            textBlock =
                    """
                    the judge's file     @ forbidden(lambda: open("/judge/judge.py"))
                    the task's files     @ forbidden(lambda: open("/task/data/workshop.txt"))
                    password file        @ forbidden(lambda: open("/etc/passwd"))
                    its own file         @ forbidden(lambda: open("/candidate/dispatch.py", "a"))
                    the run script       @ forbidden(lambda: open("/tools/run.py", "a"))
                    a new module         @ forbidden(lambda: open("/tools/json.py", "w"))
                    memory of others     @ forbidden(lambda: open("/proc/1/mem", "rb").read(1))
                    processes of others  @ if len([p for p in os.listdir("/proc") if p.isdigit()]) > 6: os._exit(9)
                    environment          @ if set(os.environ) - {"HOME", "PATH", "PWD", "PYTHONHASHSEED", "LC_CTYPE", "SHLVL", "_", "OLDPWD"}: os._exit(9)
                    a loopback port      @ forbidden(lambda: socket.create_connection(("127.0.0.1", 80), 1))
                    names of hosts       @ forbidden(lambda: socket.getaddrinfo("example.org", 80))
                    a signal to all      @ forbidden(lambda: (signal.signal(15, signal.SIG_IGN), os.kill(1, 9), os.stat("/nothing")))
                    a thread             @ threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
                    a child left behind  @ if os.fork() == 0: time.sleep(60)
                    a module replaced    @ sys.modules["random"] = None
                    at the exit          @ import atexit; atexit.register(lambda: time.sleep(0))
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
                    a forged order       @ INVALID_RESULT @ print(list(range(40)), flush=True)
                    a forged score       @ INVALID_RESULT @ print('{"objectives": [0.0]}', flush=True)
                    forged to the pipe   @ INVALID_RESULT @ os.write(1, b"[]\\n")
                    a patched run script @ INVALID_RESULT @ import __main__; __main__.order = lambda rule, jobs: []
                    a patched writer     @ INVALID_RESULT @ json.dumps = lambda value: "[0]"
                    found by its frame   @ INVALID_RESULT @ sys._getframe(1).f_globals["order"] = lambda rule, jobs: [0] * len(jobs)
                    not a number         @ INVALID_RESULT @ json.dumps = lambda value: "NaN"
                    infinity             @ INVALID_RESULT @ json.dumps = lambda value: "[Infinity]"
                    beyond all numbers   @ INVALID_RESULT @ json.dumps = lambda value: "[1e999999]"
                    a huge number        @ INVALID_RESULT @ json.dumps = lambda value: "[" + "9" * 100000 + "]"
                    a deep list          @ INVALID_RESULT @ json.dumps = lambda value: "[" * 100000 + "]" * 100000
                    a key of the judge   @ INVALID_RESULT @ json.dumps = lambda value: '{"tally": [0, 1]}'
                    no end of output     @ INVALID_RESULT @ while True: os.write(1, b"1" * 65536)
                    no end of complaints @ INVALID_RESULT @ while True: os.write(2, b"1" * 65536)
                    a hostile text       @ CRASH          @ raise type("E", (Exception,), {"__str__": lambda self: "x" * 10**9})()
                    a name of an error   @ INVALID_RESULT @ raise type("E" * 100000 + "\\n[]\\n", (Exception,), {})()
                    a chain of errors    @ CRASH          @ raise ValueError from RecursionError("x" * 100000)
                    a thread that ends it @ CRASH         @ threading.Thread(target=os._exit, args=(3,)).start(); time.sleep(60)
                    no end of threads    @ CRASH          @ while True: threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
                    no end of forks      @ CRASH          @ while True: os.fork() or time.sleep(60)
                    no end of recursion  @ CRASH          @ f = lambda: f(); f()
                    left without a word  @ INVALID_RESULT @ os._exit(0)
                    a large number       @ TIMEOUT        @ 3 ** (10 ** 9)
                    """)
    void what_goes_wrong_is_told_by_its_cause(String name, FailureCause cause, String attack) {
        assertThat(attack(attack))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> {
                            assertThat(failed.cause()).as(failed.detail()).isEqualTo(cause);
                            assertThat(failed.detail()).hasSizeLessThan(400).doesNotContain("\n");
                        });
    }

    private Evaluation attack(String statement) {
        return assembly.evaluate(
                Program.of(
                        "dispatch.py",
                        """
                        import json, os, signal, socket, sys, threading, time

                        def forbidden(act):
                            try:
                                act()
                            except OSError:
                                return
                            os._exit(9)

                        %s

                        def priority(duration, weight, due, now):
                            return -due
                        """
                                .formatted(statement)),
                Split.TRAINING);
    }

    private static long living() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
    }

    private static double score(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Scored.class);
        return ((Scored) evaluation).scores().first();
    }
}
