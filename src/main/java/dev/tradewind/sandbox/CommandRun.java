package dev.tradewind.sandbox;

import dev.tradewind.sandbox.CommandEnding.How;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One sandboxed command under way, watched by the thread that waits for it.
final class CommandRun {

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int KILLS = 25;
    private static final Bytes COMPLAINTS = Bytes.mebi(1);
    private static final int SIGNALLED = 128;

    /// Shell, wrapper, its second half, and the one that reaps.
    private static final int WRAPPERS = 4;

    private final Process process;
    private final CommandLimits limits;
    private final ControlGroup group;
    private final Capture output;
    private final Tail complaints;
    private final long start = System.nanoTime();
    private final long cpuBefore;
    private final long killedBefore;
    private long cpuSeen;

    CommandRun(Process process, CommandLimits limits, ControlGroup group) {
        this.process = process;
        this.limits = limits;
        this.group = group;
        this.output = Capture.of(process.getInputStream(), limits.output());
        this.complaints = Tail.of(process.getErrorStream());
        this.cpuBefore = group.cpu();
        this.killedBefore = group.killedForMemory();
    }

    /// Gives the command its input and waits for its end, but no longer than it may take.
    CommandEnding ending(byte[] input) throws InterruptedException {
        Thread.ofPlatform().daemon().name("sandbox input").start(() -> feed(input));
        try {
            How overdue = null;
            while (overdue == null && !process.waitFor(GLANCE.toNanos(), TimeUnit.NANOSECONDS)) {
                overdue = overdue();
            }
            if (overdue != null) {
                kill(process);
            }
            byte[] written = output.bytes(PATIENCE);
            return new CommandEnding(
                    overdue == null ? left() : overdue,
                    written,
                    complaints.whole(),
                    Duration.ofNanos(cpu()),
                    wall());
        } finally {
            kill(process);
        }
    }

    private void feed(byte[] input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input);
        } catch (IOException _) {
            // Whoever does not read its input will have no answers to it either.
        }
    }

    private @Nullable How overdue() {
        if (output.overflown()) {
            return flooded("output", limits.output());
        }
        if (complaints.seen() > COMPLAINTS.count()) {
            return flooded("error", COMPLAINTS);
        }
        ProcessTree tree =
                group.countsTime() && group.boundsMemory() && group.boundsProcesses()
                        ? new ProcessTree(List.of())
                        : ProcessTree.now(process);
        cpuSeen = Math.max(cpuSeen, tree.cpuWithEnded());
        Deadline deadline = limits.deadline();
        if (cpu() > deadline.cpu().toNanos()) {
            return new How.OutOfTime(
                    "%d ms of processor time allowed".formatted(deadline.cpu().toMillis()));
        }
        if (wall().compareTo(deadline.wall()) > 0) {
            return new How.OutOfTime(
                    "%d ms on the clock allowed".formatted(deadline.wall().toMillis()));
        }
        return crowded(tree);
    }

    private static How flooded(String stream, Bytes limit) {
        return new How.Flooded("more than %s on standard %s".formatted(limit, stream));
    }

    private @Nullable How crowded(ProcessTree tree) {
        if (tree.processes().size() > limits.processes() + WRAPPERS) {
            return new How.Killed("more than %d processes".formatted(limits.processes()));
        }
        if (exceeds(tree.resident()) && exceeds(tree.proportional())) {
            return new How.OutOfMemory("more than %s, which is allowed".formatted(limits.memory()));
        }
        return null;
    }

    private boolean exceeds(Bytes memory) {
        return memory.count() > limits.memory().count();
    }

    private How left() {
        if (output.overflown()) {
            return flooded("output", limits.output());
        }
        if (group.killedForMemory() > killedBefore) {
            return new How.OutOfMemory("%s allowed".formatted(limits.memory()));
        }
        int status = process.exitValue();
        if (status <= SIGNALLED) {
            return new How.Left(status);
        }
        return switch (Signal.name(status - SIGNALLED)) {
            case "" -> new How.Left(status);
            case "SIGXCPU" -> new How.OutOfTime("the kernel's limit of processor time reached");
            case String name -> new How.Killed(name);
        };
    }

    /// Whoever ends the first process inside ends all of them. A wrapper that is still setting up
    /// has none yet.
    static void kill(Process process) throws InterruptedException {
        for (int attempt = 0; attempt < KILLS && process.isAlive(); attempt++) {
            ProcessTree tree = ProcessTree.of(process);
            if (tree.wrapped()) {
                tree.killInside();
            } else if (attempt > 1) {
                process.destroyForcibly();
            }
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
    }

    private long cpu() {
        return group.countsTime() ? group.cpu() - cpuBefore : cpuSeen;
    }

    private Duration wall() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
