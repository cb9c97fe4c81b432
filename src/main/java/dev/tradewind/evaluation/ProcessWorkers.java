package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunAnswer.Stopped;
import dev.tradewind.sandbox.CommandEnding;
import dev.tradewind.sandbox.CommandEnding.How;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Candidates in any language, each run by a fresh sandboxed process that is given instances and
/// gives certificates, one line of JSON each.
final class ProcessWorkers implements Workers, RelayWorkers.Onward {

    private static final int REMEMBERED = 32;

    private final PreparedTask task;
    private final Workshop workshop;
    private final Semaphore lanes;

    /// Sets as lines, for as long as the sets live.
    private final Map<InstanceSet, List<byte[]>> lines =
            Collections.synchronizedMap(new WeakHashMap<>());

    /// The last builds, so that a candidate run on several splits is built once.
    private final Map<String, CompletableFuture<Made>> builds = new Recent<>(REMEMBERED);

    ProcessWorkers(PreparedTask task, Workshop workshop, int jobs) {
        this.task = task;
        this.workshop = workshop;
        this.lanes = new Semaphore(jobs);
    }

    @Override
    public Heard hear(Executable candidate, Sitting sitting) {
        lanes.acquireUninterruptibly();
        try {
            return switch (built(candidate, sitting.quick())) {
                case Made.Ready ready -> run(ready, sitting);
                case Made.Broken(FailureCause cause, String detail, Duration cpu) ->
                        Heard.silent(cause, detail, cpu);
            };
        } finally {
            lanes.release();
        }
    }

    /// Runs the commands on instances that say themselves what is to be run: without a candidate.
    @Override
    public Heard hear(Sitting sitting) {
        lanes.acquireUninterruptibly();
        try {
            return run(new Made.Ready(Map.of(), Duration.ZERO), sitting);
        } finally {
            lanes.release();
        }
    }

    /// Who comes first builds; the time it takes is told once.
    private Made built(Executable candidate, boolean quick) {
        String key = candidate.candidate().id().hex() + (quick && workshop.quickly());
        CompletableFuture<Made> build = new CompletableFuture<>();
        CompletableFuture<Made> known;
        synchronized (builds) {
            known = builds.putIfAbsent(key, build);
        }
        return known == null
                ? make(key, candidate, quick, build)
                : known.join().costing(Duration.ZERO);
    }

    private Made make(
            String key, Executable candidate, boolean quick, CompletableFuture<Made> build) {
        try {
            Made made = workshop.build(candidate.classes(), quick);
            build.complete(made);
            return made;
        } catch (RuntimeException broken) {
            build.completeExceptionally(broken);
            synchronized (builds) {
                builds.remove(key);
            }
            throw broken;
        }
    }

    private Heard run(Made.Ready built, Sitting sitting) {
        CommandEnding ending = workshop.run(built.files(), input(sitting));
        Duration cpu = built.cpu().plus(ending.cpu());
        return switch (ending.how()) {
            case How.OutOfTime _ -> Heard.silent(FailureCause.TIMEOUT, Endings.said(ending), cpu);
            case How.OutOfMemory _ -> Heard.silent(FailureCause.MEMORY, Endings.said(ending), cpu);
            case How.Flooded _ ->
                    Heard.silent(FailureCause.INVALID_RESULT, Endings.said(ending), cpu);
            case How.Left(int status) when status == 0 -> told(ending, sitting, cpu);
            case How.Left _, How.Killed _ -> crashed(ending, sitting, cpu);
        };
    }

    /// A run that says why it stops may leave with any status.
    private static Heard crashed(CommandEnding ending, Sitting sitting, Duration cpu) {
        return Lines.of(ending.output(), sitting.set().size()) instanceof Stopped stopped
                        && !stopped.detail().equals(Lines.CUT)
                ? stopped(stopped, sitting, cpu)
                : Heard.silent(FailureCause.CRASH, Endings.said(ending), cpu);
    }

    private static Heard told(CommandEnding ending, Sitting sitting, Duration cpu) {
        return switch (Lines.of(ending.output(), sitting.set().size())) {
            case Stopped stopped -> stopped(stopped, sitting, cpu);
            case Certificates certificates -> new Heard.Told(certificates, cpu);
        };
    }

    private static Heard stopped(Stopped stopped, Sitting sitting, Duration cpu) {
        return Heard.silent(
                stopped.cause(), sitting.name(stopped.instance()) + ": " + stopped.detail(), cpu);
    }

    /// The instances of a sitting, one line each.
    private byte[] input(Sitting sitting) {
        List<byte[]> written = lines.computeIfAbsent(sitting.set(), task::written);
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (byte[] instance : sitting.reversed() ? written.reversed() : written) {
            input.writeBytes(instance);
            input.write('\n');
        }
        return input.toByteArray();
    }

    @Override
    public void close() {
        workshop.close();
    }
}
