package dev.tradewind.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs single commands, each in a fresh sandboxed process that sees what it is shown and nothing
/// else, and says how each ended. Nothing a command started outlives it.
///
/// Safe for any number of threads; each waits for its own command.
///
/// ```java
/// try (CommandRunner runner = CommandRunner.of(Isolation.BUBBLEWRAP)) {
///     CommandEnding ending = runner.run(command, input);
/// }
/// ```
public final class CommandRunner implements AutoCloseable {

    private static final int USERS = 1_000;
    private static final int FIRST_USER = 1_600_000_000;
    private static final int PROCESSES = 400_000;
    private static final Path NO_FILTER = Path.of("");
    private static final Duration TRIAL = Duration.ofSeconds(20);
    private static final AtomicInteger GROUPS = new AtomicInteger();

    private final Isolation isolation;
    private final Path folder;
    private final Path filter;
    private final Queue<ControlGroup> groups = new ConcurrentLinkedQueue<>();
    private final Queue<ControlGroup> made = new ConcurrentLinkedQueue<>();
    private final AtomicInteger runs = new AtomicInteger();

    private CommandRunner(Isolation isolation, Path folder, Path filter) {
        this.isolation = isolation;
        this.folder = folder;
        this.filter = filter;
    }

    /// A runner for one rung of isolation, tried with a command that does nothing.
    ///
    /// @throws SandboxException when nothing can be run in it here; the message says why
    public static CommandRunner of(Isolation isolation) {
        if (isolation == Isolation.PROCESS) {
            throw new SandboxException(
                    "commands of a task, and candidates that are not in Java, are run in isolation"
                            + " \"bubblewrap\" or \"namespaces\" only: nothing but the isolation"
                            + " keeps them from the machine, and without it there is no /tools and"
                            + " no /candidate. No option overrides this. "
                            + Isolation.BUBBLEWRAP.remedy());
        }
        CommandRunner runner = made(isolation);
        CommandLimits limits =
                new CommandLimits(
                        Deadline.ofCpu(TRIAL), Bytes.mebi(64), Bytes.kibi(1), Bytes.kibi(64), 8);
        CommandEnding ending =
                runner.run(
                        new SandboxedCommand(List.of("true"), "/", List.of(), List.of(), limits),
                        new byte[0]);
        if (ending.well()) {
            return runner;
        }
        runner.close();
        throw new SandboxException(
                "no command can be run in isolation \"%s\": %s %s. %s"
                        .formatted(
                                isolation,
                                ending.how(),
                                Tail.oneLine(ending.complaints()),
                                isolation.remedy()));
    }

    private static CommandRunner made(Isolation isolation) {
        try {
            Path folder = Files.createTempDirectory("tradewind-sandbox");
            Files.createDirectory(folder.resolve("stage"));
            Path filter = NO_FILTER;
            if (isolation == Isolation.BUBBLEWRAP && SeccompFilter.here().isPresent()) {
                filter = folder.resolve("filter");
                Files.write(filter, SeccompFilter.here().get());
            }
            return new CommandRunner(isolation, folder, filter);
        } catch (IOException e) {
            throw new SandboxException("no temporary folder for the sandbox: " + e, e);
        }
    }

    /// Runs a command with some input and waits for its end.
    ///
    /// @throws SandboxException when no process can be started: a fault of the outside world
    public CommandEnding run(SandboxedCommand command, byte[] input) {
        ControlGroup group = group();
        try {
            group.limit(command.limits().memory(), command.limits().processes() + 4);
            List<String> line = enclosure(group).line(isolation, command);
            CommandRun run =
                    Spawner.start(line, process -> new CommandRun(process, command.limits(), group))
                            .join();
            return run.ending(input);
        } catch (CompletionException e) {
            throw new SandboxException("no process can be started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while a command ran", e);
        } finally {
            groups.add(group);
        }
    }

    /// Starts a command that answers lines with lines. Its limits of processor time hold for its
    /// whole life.
    ///
    /// @throws SandboxException when no process can be started: a fault of the outside world
    public Conversation open(SandboxedCommand command) {
        List<String> line = enclosure(ControlGroup.NONE).line(isolation, command);
        try {
            return Spawner.start(
                            line, process -> new Conversation(process, command.limits().output()))
                    .join();
        } catch (CompletionException e) {
            throw new SandboxException("no process can be started: " + e.getCause(), e);
        }
    }

    private Enclosure enclosure(ControlGroup group) {
        long process = ProcessHandle.current().pid() % PROCESSES;
        int user = (int) (FIRST_USER + process * USERS + runs.incrementAndGet() % USERS);
        return new Enclosure(filter, group, folder.resolve("stage"), user);
    }

    private ControlGroup group() {
        ControlGroup free = groups.poll();
        if (free != null) {
            return free;
        }
        ControlGroup fresh =
                ControlGroup.make(
                        "tradewind-%d-%d"
                                .formatted(
                                        ProcessHandle.current().pid(), GROUPS.incrementAndGet()));
        made.add(fresh);
        return fresh;
    }

    /// What keeps commands in, in words for people: the rung, the system-call filter, and who
    /// counts memory and processes.
    public String describe() {
        ControlGroup group = group();
        groups.add(group);
        return "%s; %s; memory and processes bounded by %s"
                .formatted(
                        isolation,
                        filter.equals(NO_FILTER) ? "no filter of system calls" : "seccomp filter",
                        group.boundsMemory() && group.boundsProcesses()
                                ? "a control group"
                                : "limits of the process and a watch");
    }

    /// Takes away what it left on this machine; not while a command runs.
    @Override
    public void close() {
        made.forEach(ControlGroup::remove);
        Folders.delete(folder);
    }
}
