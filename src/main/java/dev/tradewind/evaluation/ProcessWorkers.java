package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.Workshop.Checked;
import dev.tradewind.sandbox.CommandEnding;
import dev.tradewind.sandbox.CommandEnding.How;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Candidates in any language, each run by a fresh sandboxed process that is given instances and
/// gives certificates, one line of JSON each.
final class ProcessWorkers implements Workers {

    private static final int REMEMBERED = 32;

    private final PreparedTask task;
    private final Workshop workshop;
    private final Semaphore lanes;

    /// The last builds, so that a candidate run on several splits is built once.
    private final Map<String, CompletableFuture<Checked>> builds =
            new LinkedHashMap<>(REMEMBERED, 0.75f, true) {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, CompletableFuture<Checked>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    ProcessWorkers(PreparedTask task, Workshop workshop, int jobs) {
        this.task = task;
        this.workshop = workshop;
        this.lanes = new Semaphore(jobs);
    }

    @Override
    public Heard hear(Executable candidate, Sitting sitting) {
        lanes.acquireUninterruptibly();
        try {
            Checked built = built(candidate, sitting.quick());
            return built.cause() == null
                    ? run(built, sitting)
                    : Heard.silent(built.cause(), built.detail(), built.cpu());
        } finally {
            lanes.release();
        }
    }

    /// Who comes first builds; the time it takes is told once.
    private Checked built(Executable candidate, boolean quick) {
        String key = candidate.candidate().id().hex() + (quick && workshop.quickly());
        CompletableFuture<Checked> build = new CompletableFuture<>();
        CompletableFuture<Checked> known;
        synchronized (builds) {
            known = builds.putIfAbsent(key, build);
        }
        return known == null ? make(key, candidate, quick, build) : known.join().forNothing();
    }

    private Checked make(
            String key, Executable candidate, boolean quick, CompletableFuture<Checked> build) {
        try {
            Checked made = workshop.build(candidate.classes(), quick);
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

    private Heard run(Checked built, Sitting sitting) {
        CommandEnding ending = workshop.run(built.files(), input(sitting));
        Duration cpu = built.cpu().plus(ending.cpu());
        Lines lines = Lines.of(ending.output(), sitting);
        if (lines.stop() != null) {
            return Heard.silent(lines.stop(), lines.detail(), cpu);
        }
        return switch (ending.how()) {
            case How.Left(int status) when status == 0 -> told(lines, sitting, cpu);
            case How.Left _, How.Killed _ ->
                    Heard.silent(FailureCause.CRASH, Workshop.said(ending), cpu);
            case How.OutOfTime _ -> Heard.silent(FailureCause.TIMEOUT, Workshop.said(ending), cpu);
            case How.OutOfMemory _ ->
                    Heard.silent(FailureCause.MEMORY, Workshop.said(ending), cpu);
            case How.Flooded _ ->
                    Heard.silent(FailureCause.INVALID_RESULT, Workshop.said(ending), cpu);
        };
    }

    private static Heard told(Lines lines, Sitting sitting, Duration cpu) {
        int wanted = sitting.set().size();
        return lines.certificates().count() == wanted
                ? new Heard.Told(lines.certificates(), cpu)
                : Heard.silent(
                        FailureCause.INVALID_RESULT,
                        "%d lines for %d instances"
                                .formatted(lines.certificates().count(), wanted),
                        cpu);
    }

    private byte[] input(Sitting sitting) {
        List<byte[]> written = task.written(sitting.set());
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
