package dev.tradewind.bench;

import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.MethodTask;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.Row;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evaluation.Split;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.search.Assembly;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A world in which judging is free: every program is admitted, and its score is drawn from its
/// identity. What is left is the engine.
final class NullWorld implements Guard, Evaluator {

    private static final Program SEED =
            Program.of(
                    "Packing.java",
                    """
                    public final class Packing {
                        // EVOLVE-BLOCK-START
                        public static double priority(int item, int remaining, int capacity) {
                            return item - remaining;
                        }
                        // EVOLVE-BLOCK-END
                    }
                    """);

    private static final int HEX = 16;
    private static final int DIGITS = 15;

    /// So few values that a tenth of the programs share a cluster with others.
    private static final long VALUES = 1_000_003;

    private NullWorld() {}

    static Assembly assembly() {
        NullWorld world = new NullWorld();
        return Assembly.of(PreparedTask.of(task(), material()), world, world);
    }

    static CompiledTask task() {
        List<Row> rows = List.of(Row.of(1, 2, 3));
        return new MethodTask<>(
                        "priority",
                        Double.class,
                        SEED,
                        Objective.minimise("nothing", "1"),
                        new MethodTask.Rows(rows, rows, rows))
                .rated((_, priority) -> priority);
    }

    private static Map<Split, Material> material() {
        Map<Split, Material> material = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            material.put(split, new Material(new Random(1), Path.of(""), Map.of()));
        }
        return material;
    }

    @Override
    public Verdict admit(Candidate candidate) {
        return new Verdict.Admitted(
                new Executable(candidate, candidate.id().hex(), "Packing", Map.of()));
    }

    @Override
    public Evaluation evaluate(Executable executable, Split split) {
        long drawn = Long.parseLong(executable.fingerprint(), 0, DIGITS, HEX) % VALUES;
        return new Scored(
                Scores.of((double) drawn),
                new Signature(drawn),
                executable.fingerprint(),
                Breakdown.NONE,
                Duration.ZERO);
    }

    @Override
    public void close() {}
}
