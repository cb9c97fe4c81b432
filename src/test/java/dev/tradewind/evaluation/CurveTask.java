package dev.tradewind.evaluation;

import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Bytes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// A small task, symbolic regression of x * x + 1, as the text its author would write; and programs
/// for it.
final class CurveTask {

    static final String CONTRACT =
            """
            package curves;

            public interface Curve {
                double[] at(double[] xs);
            }
            """;

    static final String HARNESS =
            """
            package curves.harness;

            import curves.Curve;
            import dev.tradewind.evaluation.Harness;
            import java.io.*;
            import java.util.function.Supplier;

            public final class Runner implements Harness<Curve, double[]> {

                @Override
                public double[] read(DataInput in) throws IOException {
                    double[] xs = new double[in.readInt()];
                    for (int at = 0; at < xs.length; at++) {
                        xs[at] = in.readDouble();
                    }
                    return xs;
                }

                @Override
                public void run(Supplier<Curve> candidate, double[] xs, DataOutput out)
                        throws IOException, GiveUp {
                    double[] ys = candidate.get().at(xs.clone());
                    if (ys == null) {
                        out.writeInt(-1);
                        throw new GiveUp();
                    }
                    out.writeInt(ys.length);
                    double worst = 0;
                    for (int at = 0; at < ys.length; at++) {
                        out.writeDouble(ys[at]);
                        worst = Math.max(worst, ys[at]);
                    }
                    if (worst > 1e6) {
                        throw new GiveUp();
                    }
                }
            }
            """;

    static final String SCORER =
            """
            package curves.scorer;

            import dev.tradewind.evaluation.*;
            import java.io.*;
            import java.util.*;

            public final class Error implements Scorer<double[]> {

                @Override
                public List<Suite<double[]>> suites(Split split, Material material) {
                    double shift = split.ordinal() * 0.25;
                    double[] near = {shift, 1 + shift, 2 + shift};
                    double[] far = {10 + shift};
                    return List.of(
                            new Suite<>("near", List.of(near, new double[] {-1 - shift})),
                            new Suite<>("far", List.of(far)));
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
                        if (y > 1e6) {
                            return new Judgement.Hopeless("reached " + y);
                        }
                        error += Math.abs(y - (x * x + 1));
                    }
                    return new Judgement.Counted(Tally.of(error, xs.length));
                }

                @Override
                public Scores objectives(Split split, List<Tally> tallies) {
                    double error = tallies.stream().mapToDouble(one -> one.amount(0)).sum();
                    return Scores.of(
                            error / tallies.stream().mapToDouble(one -> one.amount(1)).sum());
                }

                @Override
                public String describe(double[] xs, DataInput in) throws IOException {
                    return in.readInt() + " values";
                }
            }
            """;

    /// What one step of instrumented code looks like.
    static final String STEP =
            "if (--dev.tradewind.sandbox.Fuel.left < 0) dev.tradewind.sandbox.Fuel.refill();";

    /// Mean error of [#line] on training: 0, 1, 2, -1 and 10 are off by 1, 1, 3, 3 and 91.
    static final Scores LINE_SCORES = Scores.of(99 / 5.0);

    private static final TaskLimits LIMITS =
            new TaskLimits(Duration.ofSeconds(2), Bytes.mebi(64), 100_000, Bytes.kibi(64));

    private static final CompiledTask COMPILED = CompiledTask.of(task());

    private CurveTask() {}

    static Task task() {
        return task(CONTRACT, HARNESS, SCORER);
    }

    static Task task(String contract, String harness, String scorer) {
        return new Task(
                "curves",
                Path.of("curves"),
                "Find the curve.",
                List.of(Objective.minimise("error", "1")),
                Program.of("Line.java", "// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END\n"),
                new Workings.InJava(
                        Map.of("curves/Curve.java", contract),
                        Map.of("curves/harness/Runner.java", harness),
                        Map.of("curves/scorer/Error.java", scorer)),
                LIMITS,
                Procedure.PLAIN,
                Map.of(),
                List.of(),
                List.of());
    }

    static PreparedTask prepared() {
        return PreparedTask.of(COMPILED, material());
    }

    static PreparedTask prepared(Procedure procedure) {
        return PreparedTask.of(COMPILED.with(procedure), material());
    }

    /// The task with another harness or scorer, put in place of a piece of text.
    static PreparedTask spoilt(String text, String replacement) {
        String harness = HARNESS.replace(text, replacement);
        String scorer = SCORER.replace(text, replacement);
        return PreparedTask.of(CompiledTask.of(task(CONTRACT, harness, scorer)), material());
    }

    static Map<Split, Material> material() {
        Map<Split, Material> material = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            material.put(split, new Material(new Random(7), Path.of("curves"), Map.of()));
        }
        return material;
    }

    /// The identity, an honest program that is not good.
    static Executable line() {
        return curve("return xs;");
    }

    static Executable curve(String body) {
        return curve(body, "");
    }

    /// A program whose method has this body and whose class has these further members.
    static Executable curve(String body, String members) {
        return program(
                """
                package candidate;

                public final class Heuristic implements curves.Curve {
                    %s

                    @Override
                    public double[] at(double[] xs) {
                        %s
                    }
                }
                """
                        .formatted(members, body));
    }

    static Executable program(String source) {
        SortedMap<String, byte[]> classes =
                new TreeMap<>(
                        EvaluatorSources.half(
                                EvaluatorSources.Half.HARNESS,
                                Map.of("candidate/Heuristic.java", source),
                                Map.of("curves/Curve.java", CONTRACT)));
        classes.remove("curves.Curve");
        return executable("candidate.Heuristic", classes);
    }

    static Executable executable(String entry, Map<String, byte[]> classes) {
        Candidate candidate = Candidate.seed(Program.of("Heuristic.java", "not read"));
        return new Executable(candidate, "fingerprint", entry, classes);
    }
}
