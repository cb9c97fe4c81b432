package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Workings.Command;
import dev.tradewind.evaluation.Workings.InJava;
import dev.tradewind.evaluation.Workings.InProcess;
import dev.tradewind.evaluation.Workings.Onward;
import dev.tradewind.sandbox.Bytes;
import dev.tradewind.sandbox.CommandEnding;
import dev.tradewind.sandbox.CommandLimits;
import dev.tradewind.sandbox.CommandRunner;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Device;
import dev.tradewind.sandbox.Folders;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.Mount;
import dev.tradewind.sandbox.SandboxedCommand;
import dev.tradewind.sandbox.Toolbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where candidates that are not in Java are checked, built and run: the task's tools, prepared
/// once, in a private folder of this machine, and every command of the task in a sandbox of its
/// own. Safe for any number of threads.
///
/// A command sees `/tools` and `/contract`, which it can only read, and `/candidate`, which it may
/// change while it checks or builds, besides the system's programs and a small `/tmp`.
public final class Workshop implements AutoCloseable {

    private static final String CANDIDATE = "/candidate";
    private static final String TOOLS = "/tools";
    private static final String CONTRACT = "/contract";

    private static final int PROCESSES = 64;
    private static final Bytes DISK = Bytes.mebi(64);
    private static final Bytes CHATTER = Bytes.mebi(1);
    private static final Bytes BUILDING = Bytes.mebi(1024);
    private static final CommandLimits PREPARING =
            limits(Duration.ofMinutes(3), Bytes.mebi(2048), CHATTER);
    private static final CommandLimits CHECKING = limits(Duration.ofSeconds(10), BUILDING, CHATTER);
    private static final CommandLimits MAKING = limits(Duration.ofSeconds(30), BUILDING, CHATTER);

    private final InProcess workings;
    private final TaskLimits allowed;
    private final CommandRunner runner;
    private final Toolbox toolbox;
    private final Path folder;

    private Workshop(CompiledTask task, InProcess workings, CommandRunner runner) {
        this.workings = workings;
        this.allowed = task.task().limits();
        this.runner = runner;
        this.toolbox = Toolbox.of(Programs.external(workings));
        this.folder = temporary();
    }

    /// Sets a task's tools up and prepares them: those of its candidates or, where these are in
    /// Java, those that take over from them.
    ///
    /// @throws EvaluatorFault when a program is missing or preparing fails
    /// @throws dev.tradewind.sandbox.SandboxException when nothing can be run in this isolation
    public static Workshop of(CompiledTask task, Isolation isolation) {
        Workshop workshop = new Workshop(task, workings(task.task()), CommandRunner.of(isolation));
        try {
            workshop.prepare();
            return workshop;
        } catch (RuntimeException broken) {
            workshop.close();
            throw broken;
        }
    }

    private static InProcess workings(Task task) {
        return switch (task.workings()) {
            case InProcess workings -> workings;
            case InJava java when java.onward() instanceof Onward.Commands(InProcess workings) ->
                    workings;
            case InJava _ ->
                    throw new IllegalArgumentException(task.name() + " is evaluated in Java");
        };
    }

    private static CommandLimits limits(Duration cpu, Bytes memory, Bytes output) {
        return new CommandLimits(Deadline.ofCpu(cpu), memory, output, DISK, PROCESSES);
    }

    /// What commands are kept in by, in words for people.
    public String describe() {
        return runner.describe();
    }

    private void prepare() {
        write(folder.resolve("contract"), bytes(workings.contract()));
        Path tools = folder.resolve("tools");
        write(tools, bytes(workings.tools()));
        for (Command command : workings.steps().prepare()) {
            List<Mount> mounts = List.of(contract(), Mount.writable(tools, TOOLS));
            CommandEnding ending =
                    run(command, TOOLS, mounts, PREPARING, new byte[0], workings.devices());
            if (!ending.well()) {
                throw new EvaluatorFault(
                        "preparing the task's tools failed at \"%s\": %s"
                                .formatted(command, Endings.said(ending)));
            }
        }
    }

    /// Checks a candidate before it is built.
    ///
    /// @param files path to text
    public Made check(Map<String, byte[]> files) {
        return steps(workings.steps().check(), files, CHECKING);
    }

    /// Builds a candidate.
    ///
    /// @param quick whether the fast build will do; the other is made where it fails
    Made build(Map<String, byte[]> files, boolean quick) {
        if (!quick || !quickly()) {
            return steps(workings.steps().build(), files, MAKING);
        }
        Made fast = steps(workings.steps().quick(), files, MAKING);
        if (fast instanceof Made.Ready) {
            return fast;
        }
        Made full = steps(workings.steps().build(), files, MAKING);
        return full.costing(full.cpu().plus(fast.cpu()));
    }

    /// Whether there is a fast build here.
    boolean quickly() {
        return !workings.steps().quick().isEmpty()
                && Programs.missing(workings.steps().quick(), toolbox).isEmpty();
    }

    private Made steps(List<Command> commands, Map<String, byte[]> files, CommandLimits limits) {
        if (commands.isEmpty()) {
            return new Made.Ready(files, Duration.ZERO);
        }
        Path place = write(unused("candidate"), files);
        try {
            return steps(commands, place, limits);
        } catch (Artefacts.TooLarge large) {
            return new Made.Broken(FailureCause.COMPILE, "" + large.getMessage(), Duration.ZERO);
        } finally {
            Folders.delete(place);
        }
    }

    private Made steps(List<Command> commands, Path place, CommandLimits limits) {
        Duration cpu = Duration.ZERO;
        List<Mount> mounts = List.of(contract(), tools(), Mount.writable(place, CANDIDATE));
        for (Command command : commands) {
            CommandEnding ending = run(command, CANDIDATE, mounts, limits, new byte[0]);
            cpu = cpu.plus(ending.cpu());
            if (!ending.well()) {
                return new Made.Broken(Endings.cause(ending.how()), Endings.brief(ending), cpu);
            }
        }
        return new Made.Ready(Artefacts.read(place), cpu);
    }

    /// Runs a candidate.
    ///
    /// @param input instances, one line each
    CommandEnding run(Map<String, byte[]> files, byte[] input) {
        Path place = write(unused("run"), files);
        try {
            List<Mount> mounts = List.of(contract(), tools(), Mount.readOnly(place, CANDIDATE));
            CommandLimits limits =
                    limits(allowed.cpu(), allowed.heap(), Bytes.mebi(Trial.LONGEST >> 20));
            return run(
                    workings.steps().run(), CANDIDATE, mounts, limits, input, workings.devices());
        } finally {
            Folders.delete(place);
        }
    }

    private CommandEnding run(
            Command command, String at, List<Mount> mounts, CommandLimits limits, byte[] input) {
        return run(command, at, mounts, limits, input, Set.of());
    }

    private CommandEnding run(
            Command command,
            String at,
            List<Mount> mounts,
            CommandLimits limits,
            byte[] input,
            Set<Device> devices) {
        List<Mount> all = new ArrayList<>(toolbox.mounts());
        all.addAll(mounts);
        List<String> path = new ArrayList<>(List.of(TOOLS));
        path.addAll(toolbox.path());
        return runner.run(
                new SandboxedCommand(command.words(), at, all, path, limits, devices), input);
    }

    private Mount tools() {
        return Mount.readOnly(folder.resolve("tools"), TOOLS);
    }

    private Mount contract() {
        return Mount.readOnly(folder.resolve("contract"), CONTRACT);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tradewind-task");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path unused(String name) {
        try {
            return Files.createTempDirectory(folder, name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path write(Path place, Map<String, byte[]> files) {
        Artefacts.write(place, files);
        return place;
    }

    static Map<String, byte[]> bytes(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                file -> file.getValue().getBytes(StandardCharsets.UTF_8),
                                (one, _) -> one,
                                TreeMap::new));
    }

    @Override
    public void close() {
        runner.close();
        Folders.delete(folder);
    }
}
