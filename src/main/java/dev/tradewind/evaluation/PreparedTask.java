package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.sandbox.Bytes;
import dev.tradewind.sandbox.Child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A compiled task with its instances made: all that is needed to start its workers and to judge
/// what they send. Not to be changed; safe for any number of threads.
public final class PreparedTask {

    /// A JVM needs this much beside its heap: code, classes, stacks, the virtual machine itself.
    private static final Bytes BESIDE_HEAP = Bytes.mebi(256);

    private static final Bytes LARGEST_ANSWER = new Bytes(Trial.LONGEST + (4L << 20));

    private final CompiledTask compiled;
    private final Judge judge;
    private final Map<Split, InstanceSet> sets = new EnumMap<>(Split.class);

    private PreparedTask(CompiledTask compiled) {
        this.compiled = compiled;
        this.judge = new Judge(compiled.scorer(), Judge.Promised.of(compiled.task()));
    }

    /// Makes the instances of every split.
    ///
    /// @param material for each split; equal material gives an equal task
    /// @throws EvaluatorFault when the scorer cannot make them, or makes none
    public static PreparedTask of(CompiledTask compiled, Map<Split, Material> material) {
        PreparedTask prepared = new PreparedTask(compiled);
        for (Split split : Split.values()) {
            Material given = material.get(split);
            if (given == null) {
                throw new IllegalArgumentException("no material for " + split);
            }
            prepared.sets.put(split, prepared.make(split, given));
        }
        compiled.task().procedure().stages().forEach(prepared::part);
        return prepared;
    }

    /// The training instances of a stage.
    ///
    /// @throws EvaluatorFault when it names a suite there is not, or none is left
    InstanceSet part(Stage stage) {
        InstanceSet all = set(Split.TRAINING);
        List<String> names = all.suites().stream().map(Suite::name).toList();
        for (String suite : stage.suites()) {
            if (!names.contains(suite)) {
                throw new EvaluatorFault(
                        "stages: \"%s\" runs suite \"%s\", and no training suite is called so."
                                        .formatted(stage.name(), suite)
                                + " Allowed: %s.".formatted(String.join(", ", names)));
            }
        }
        InstanceSet some = stage.suites().isEmpty() ? all : all.only(stage.suites());
        InstanceSet part = some.every(stage.every());
        if (part.size() == 0) {
            throw new EvaluatorFault(
                    "stages: \"%s\" has no instance to run. Maybe its suites are empty."
                            .formatted(stage.name()));
        }
        return part;
    }

    private InstanceSet make(Split split, Material material) {
        String what = "the instances for %s".formatted(split);
        InstanceSet set =
                Judge.trusted(
                        what, () -> InstanceSet.of(compiled.scorer().suites(split, material)));
        if (set.size() == 0) {
            throw new EvaluatorFault("the scorer made none of " + what);
        }
        return set;
    }

    public Task task() {
        return compiled.task();
    }

    /// See [CompiledTask#lowering()].
    public Optional<Lowering> lowering() {
        return compiled.lowering();
    }

    /// The suites of a split, in the task's order.
    public List<? extends Suite<?>> suites(Split split) {
        return set(split).suites();
    }

    /// Names of the parts of the training instances, in the order of [Breakdown#parts].
    public List<String> parts() {
        return set(Split.TRAINING).parts().stream().map(InstanceSet.Part::name).toList();
    }

    /// Instances from a file the user brought.
    ///
    /// @throws IOException when the task's scorer cannot read it; the message says why
    /// @throws EvaluatorFault when the scorer throws anything else
    public Suite<?> read(Path file) throws IOException {
        try {
            return compiled.scorer().read(file);
        } catch (RuntimeException broken) {
            throw new EvaluatorFault(
                    "the scorer failed to read %s: %s".formatted(file, broken), broken);
        }
    }

    /// The kind of process that runs this task's candidates.
    public Child child() {
        return child(written(set(Split.TRAINING)), written(set(Split.VALIDATION)));
    }

    /// What this machine lacks and the task does without, one sentence each.
    public List<String> spared() {
        return compiled.spared();
    }

    /// Ends what the task started for itself, such as a judge in a process of its own. It starts
    /// again when it is needed again.
    public void rest() {
        compiled.rest();
    }

    /// How many processes a candidate goes through on one instance, see [Scorer#legs].
    public int legs() {
        return judge.legs();
    }

    /// The kind of process that runs this task's candidates on instances made of what they answered
    /// before: it knows no others.
    public Child stranger() {
        return child(List.of(), List.of());
    }

    private Child child(List<byte[]> training, List<byte[]> validation) {
        TaskLimits limits = task().limits();
        Greeting greeting =
                new Greeting(
                        compiled.contract(),
                        compiled.harness(),
                        compiled.harnessClass(),
                        limits.fuel(),
                        training,
                        validation);
        return new Child(
                RunService.class,
                greeting.toBytes(),
                limits.heap(),
                new Bytes(limits.heap().count() + BESIDE_HEAP.count()),
                LARGEST_ANSWER,
                List.of(
                        "-XX:CompileThresholdScaling=0.05",
                        "-Djdk.reflect.useNativeAccessorOnly=true"));
    }

    List<byte[]> written(InstanceSet set) {
        return Judge.trusted("the bytes of an instance", () -> set.written(compiled.scorer()));
    }

    InstanceSet set(Split split) {
        InstanceSet set = sets.get(split);
        if (set == null) {
            throw new IllegalStateException("a prepared task has every split: " + split);
        }
        return set;
    }

    Judge judge() {
        return judge;
    }
}
