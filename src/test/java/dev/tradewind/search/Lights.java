package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.MethodTask;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Row;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evaluation.Split;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// A world without processes: a program is worth the number of different letters missing from it, a
/// program that says `crash` fails, one that says `forbidden` is refused, and each evaluation takes
/// as long as the test likes.
final class Lights implements Guard, Evaluator {

    static final Program SEED =
            Program.of(
                    "Sum.java",
                    """
                    public final class Sum {
                        // EVOLVE-BLOCK-START
                        public static double sum(int first, int second) {
                            return first + second;
                        }
                        // EVOLVE-BLOCK-END
                    }
                    """);

    private final Consumer<Executable> delay;

    private Lights(Consumer<Executable> delay) {
        this.delay = delay;
    }

    /// @param delay called in the middle of each evaluation
    static Assembly assembly(Consumer<Executable> delay) {
        Lights lights = new Lights(delay);
        return Assembly.of(PreparedTask.of(task(), material()), lights, lights);
    }

    /// The same programs, measured by somebody else.
    static Assembly noisy(Evaluator evaluator, Procedure procedure) {
        PreparedTask task = PreparedTask.of(task().with(procedure), material());
        return Assembly.of(task, new Lights(_ -> {}), evaluator);
    }

    static Campaign campaign(long evaluations) {
        return Campaign.of(task().task(), Budget.evaluations(evaluations));
    }

    private static CompiledTask task() {
        List<Row> rows = List.of(Row.of(1, 2));
        return new MethodTask<>(
                        "sum",
                        Double.class,
                        SEED,
                        Objective.minimise("missing", "1"),
                        new MethodTask.Rows(rows, rows, rows))
                .rated((_, sum) -> sum);
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
        String text = candidate.program().text("Sum.java");
        return text.contains("forbidden")
                ? new Verdict.Refused(FailureCause.FORBIDDEN, "it says so")
                : new Verdict.Admitted(
                        new Executable(candidate, candidate.id().hex(), "Sum", Map.of()));
    }

    @Override
    public Evaluation evaluate(Executable executable, Split split) {
        delay.accept(executable);
        String text = executable.candidate().program().text("Sum.java");
        if (text.contains("crash")) {
            return new Failed(FailureCause.CRASH, "it says so", Duration.ZERO);
        }
        double missing = 100 - text.chars().filter(Character::isDigit).distinct().count();
        long length = (long) text.length() + (split == Split.VALIDATION ? 1 : 0);
        return new Scored(
                Scores.of(missing + length / 1_000.0),
                new Signature(length),
                executable.fingerprint(),
                Breakdown.NONE,
                Duration.ofMillis(1));
    }

    @Override
    public void close() {}
}
