package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.SandboxedEvaluator;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Task;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.SandboxedGuard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.sandbox.Child;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Ending;
import dev.tradewind.sandbox.PoolSettings;
import dev.tradewind.sandbox.WorkerPool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What the classes of candidates take in a worker that has run many of them and was not replaced
/// meanwhile, as it usually would have been. Each run of a candidate defines its classes anew.
///
/// @param distinct candidates
/// @param runs of them, in turn
record WorkerMetaspace(int distinct, int runs) implements Measurement {

    private static final double MEBI = 1 << 20;
    private static final AtMost LIMIT = new AtMost(64);
    private static final Deadline DEADLINE = Deadline.ofCpu(Duration.ofSeconds(5));

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, InterruptedException {
        Task task = bay.campaign().task();
        CompiledTask compiled = CompiledTask.of(task);
        List<Executable> executables = admitted(compiled, bay);
        PreparedTask prepared = PreparedTask.of(compiled, material(task));
        PoolSettings settings =
                new PoolSettings(bay.setup().isolation(), 1, 0, 2 * runs + executables.size());
        try (WorkerPool pool = new WorkerPool(watched(prepared.child()), settings);
                Evaluator evaluator = new SandboxedEvaluator(prepared, pool)) {
            Suite<?> suite = prepared.read(task.folder().resolve("data/or1-u120.txt"));
            for (int run = 0; run < runs; run++) {
                Executable candidate = executables.get(run % executables.size());
                var _ = evaluator.suites(candidate, List.of(suite), false);
            }
            sheet.note("sandbox.metaspace", metaspace(pool) / MEBI, "MiB", LIMIT);
            sheet.note("sandbox.metaspace.workers", (double) pool.starts(), "1");
        }
    }

    private List<Executable> admitted(CompiledTask compiled, Bay bay) throws InterruptedException {
        try (Guard guard = SandboxedGuard.of(compiled, bay.setup().isolation());
                Crew crew = new Crew()) {
            return crew.each(Bred.of(compiled.task(), distinct), guard::admit).stream()
                    .filter(Verdict.Admitted.class::isInstance)
                    .map(verdict -> ((Verdict.Admitted) verdict).executable())
                    .toList();
        }
    }

    private static Map<Split, Material> material(Task task) {
        Map<Split, Material> material = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            material.put(split, new Material(new Random(1), task.folder(), task.parameters()));
        }
        return material;
    }

    private static Child watched(Child child) {
        return new Child(
                WatchedService.class,
                child.greeting(),
                child.heap(),
                child.memory(),
                child.answer(),
                child.options());
    }

    private static double metaspace(WorkerPool pool) {
        return switch (pool.ask(new byte[0], DEADLINE)) {
            case Ending.Answered(byte[] answer, Duration _) -> ByteBuffer.wrap(answer).getLong();
            case Ending.OutOfTime late -> throw new IllegalStateException(late.detail());
            case Ending.OutOfMemory large -> throw new IllegalStateException(large.detail());
            case Ending.Crashed crashed -> throw new IllegalStateException(crashed.detail());
        };
    }
}
