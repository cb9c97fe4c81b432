package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.AtHand;
import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.Harness;
import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Marks;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.Measure;
import dev.tradewind.evaluation.Measures;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.Procedure;
import dev.tradewind.evaluation.Scorer;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Task.NamedProgram;
import dev.tradewind.evaluation.TaskLimits;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;

import java.io.DataInput;
import java.io.DataOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/// A world without processes in which two things pull apart: a program should have as many
/// different digits as possible and be as short as possible. How often it says `+` is measured.
public final class Trades implements Guard, Evaluator {

    private static final String FILE = "Sum.java";

    private Trades() {}

    /// Two objectives, a target for each, a bound on the length.
    public static Task task() {
        Objective digits = Objective.maximise("digits", "1").with(target(5));
        Objective length =
                Objective.minimise("length", "characters")
                        .with(new Marks(new Mark.At(260), new Mark.At(400), new Mark.At(400)));
        return new Task(
                "trades",
                Path.of(""),
                "Many digits, few characters.",
                List.of(digits, length),
                List.of(new Measure("sums", "1")),
                Lights.SEED,
                new Workings.InJava(Map.of(), Map.of(), Map.of()),
                TaskLimits.DEFAULT,
                Procedure.PLAIN,
                Map.of(),
                List.of(new NamedProgram("classic", Program.of(FILE, "class Sum { int x = 12; }"))),
                List.of());
    }

    private static Marks target(double value) {
        return new Marks(new Mark.At(value), new Mark.None(), new Mark.At(-1));
    }

    public static Assembly assembly() {
        Trades world = new Trades();
        CompiledTask compiled = AtHand.task(task(), NoHarness.class, new NoScorer());
        return Assembly.of(PreparedTask.of(compiled, material()), world, world);
    }

    public static Campaign campaign(long evaluations) {
        return Campaign.of(task(), Budget.evaluations(evaluations));
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
                new Executable(candidate, candidate.id().hex(), "Sum", Map.of()));
    }

    @Override
    public Evaluation evaluate(Executable executable, Split split) {
        String text = executable.candidate().program().text(FILE);
        double digits = (double) text.chars().filter(Character::isDigit).distinct().count();
        double sums = (double) text.chars().filter(letter -> letter == '+').count();
        int length = text.length() + (split == Split.TRAINING ? 0 : 1);
        return new Scored(
                new Scores(List.of(digits, (double) length)),
                Measures.of(sums),
                new Signature(1_000L * (long) digits + length),
                executable.fingerprint(),
                Breakdown.NONE,
                Duration.ofMillis(1));
    }

    @Override
    public void close() {}

    /// Is never asked.
    private static final class NoScorer implements Scorer<Integer> {

        @Override
        public List<Suite<Integer>> suites(Split split, Material material) {
            return List.of(new Suite<>("all", List.of(1)));
        }

        @Override
        public void write(Integer instance, DataOutput out) {}

        @Override
        public Judgement judge(Integer instance, DataInput certificate) {
            return new Judgement.Counted(Tally.of(1));
        }

        @Override
        public Scores objectives(Split split, List<Tally> tallies) {
            return new Scores(List.of(0.0, 0.0));
        }
    }

    /// Is never run.
    public static final class NoHarness implements Harness<Object, Integer> {

        @Override
        public Integer read(DataInput in) {
            return 1;
        }

        @Override
        public void run(Supplier<Object> candidate, Integer instance, DataOutput out) {}
    }
}
