package dev.tradewind.guard;

import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Bytes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A small task as the text its author would write: square some numbers.
final class SquaresTask {

    private static final String CONTRACT =
            """
            package rules;

            public interface Rule {
                double[] at(double[] xs);
            }
            """;

    private static final String HARNESS =
            """
            package rules.harness;

            import dev.tradewind.evaluation.Harness;
            import java.io.*;
            import java.util.function.Supplier;
            import rules.Rule;

            public final class Runner implements Harness<Rule, double[]> {

                @Override
                public double[] read(DataInput in) throws IOException {
                    double[] xs = new double[in.readInt()];
                    for (int at = 0; at < xs.length; at++) {
                        xs[at] = in.readDouble();
                    }
                    return xs;
                }

                @Override
                public void run(Supplier<Rule> candidate, double[] xs, DataOutput out)
                        throws IOException, GiveUp {
                    double[] ys = candidate.get().at(xs.clone());
                    if (ys == null) {
                        out.writeInt(-1);
                        throw new GiveUp();
                    }
                    out.writeInt(ys.length);
                    for (double y : ys) {
                        out.writeDouble(y);
                    }
                }
            }
            """;

    private static final String SCORER =
            """
            package rules.scorer;

            import dev.tradewind.evaluation.*;
            import java.io.*;
            import java.nio.file.Path;
            import java.util.*;

            public final class Error implements Scorer<double[]> {

                @Override
                public List<Suite<double[]>> suites(Split split, Material material) {
                    return List.of(new Suite<>("all", List.of(
                            new double[] {1, 2}, new double[] {3}, new double[] {4, 5, 6})));
                }

                @Override
                public void write(double[] xs, DataOutput out) throws IOException {
                    out.writeInt(xs.length);
                    for (double x : xs) {
                        out.writeDouble(x);
                    }
                }

                @Override
                public Judgement judge(double[] xs, DataInput in) throws IOException {
                    int count = in.readInt();
                    if (count != xs.length) {
                        return new Judgement.Invalid(count + " values for " + xs.length);
                    }
                    double error = 0;
                    for (double x : xs) {
                        double y = in.readDouble();
                        if (!Double.isFinite(y)) {
                            return new Judgement.Invalid(y + " is no square");
                        }
                        error += Math.abs(y - x * x);
                    }
                    return new Judgement.Counted(Tally.of(error, xs.length));
                }

                @Override
                public Scores objectives(Split split, List<Tally> tallies) {
                    return Scores.of(tallies.stream().mapToDouble(one -> one.amount(0)).sum());
                }

                @Override
                public String describe(double[] xs, DataInput in) throws IOException {
                    return in.readInt() + " values";
                }
            }
            """;

    private static final String HONEST =
            Programs.rule("// EVOLVE-BLOCK-START\nreturn xs;\n// EVOLVE-BLOCK-END");

    /// Error of [#honest]: 1 to 6 are short of their squares by 0, 2, 6, 12, 20 and 30.
    static final Scores HONEST_SCORES = Scores.of(70);

    private static final TaskLimits LIMITS =
            new TaskLimits(Duration.ofSeconds(1), Bytes.mebi(128), 1_000_000, Bytes.kibi(64));

    static final CompiledTask COMPILED = CompiledTask.of(task());

    private SquaresTask() {}

    private static Task task() {
        return new Task(
                "squares",
                Path.of("squares"),
                "Square the numbers.",
                List.of(Objective.minimise("error", "1")),
                Program.of("Heuristic.java", HONEST),
                new Workings.InJava(
                        Map.of("rules/Rule.java", CONTRACT),
                        Map.of("rules/harness/Runner.java", HARNESS),
                        Map.of("rules/scorer/Error.java", SCORER)),
                LIMITS,
                Procedure.PLAIN,
                Map.of(),
                List.of(),
                List.of());
    }

    static PreparedTask prepared() {
        Map<Split, Material> material = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            material.put(split, new Material(new Random(7), Path.of("squares"), Map.of()));
        }
        return PreparedTask.of(COMPILED, material);
    }

    /// The identity.
    static Candidate honest() {
        return candidate(HONEST);
    }

    static Candidate candidate(String text) {
        return Candidate.seed(Program.of("Heuristic.java", text));
    }
}
