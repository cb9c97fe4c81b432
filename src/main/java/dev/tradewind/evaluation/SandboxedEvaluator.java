package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Judge.Opinion;
import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunRequest.Instances;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Runs candidates in sandboxed processes and has the task's scorer, in this process, judge the
/// certificates they send.
///
/// ```java
/// PreparedTask prepared = PreparedTask.of(CompiledTask.of(task), material);
/// Sandbox workers = new WorkerPool(prepared.child(), jobs, isolation);
/// Evaluator evaluator = new SandboxedEvaluator(prepared, workers);
/// ```
public final class SandboxedEvaluator implements Evaluator {

    private final PreparedTask task;
    private final Workers workers;
    private final Map<Stage, Sitting> stages = new ConcurrentHashMap<>();

    private SandboxedEvaluator(PreparedTask task, Workers workers) {
        this.task = task;
        this.workers = workers;
    }

    /// For candidates in Java that go through one process on each instance.
    ///
    /// @param workers of the kind [PreparedTask#child()]; closed with this evaluator
    /// @throws IllegalArgumentException when they go through more
    public SandboxedEvaluator(PreparedTask task, Sandbox workers) {
        this(task, workers, workers);
        if (task.legs() > 1) {
            throw new IllegalArgumentException(
                    "%s has %d legs. Maybe give it a sandbox of strangers too."
                            .formatted(task.task().name(), task.legs()));
        }
    }

    /// For candidates in Java.
    ///
    /// @param workers of the kind [PreparedTask#child()]; closed with this evaluator
    /// @param strangers of the kind [PreparedTask#stranger()]; closed with this evaluator
    public SandboxedEvaluator(PreparedTask task, Sandbox workers, Sandbox strangers) {
        this(task, new JavaWorkers(workers, strangers, deadline(task)));
    }

    /// For candidates in Java whose answers commands take over.
    ///
    /// @param workers of the kind [PreparedTask#child()]; closed with this evaluator
    /// @param workshop of this task; closed with this evaluator
    /// @param jobs evaluations at the same time
    /// @throws EvaluatorFault when the scorer sends nothing onward
    public static SandboxedEvaluator relayed(
            PreparedTask task, Sandbox workers, Workshop workshop, int jobs) {
        if (task.legs() == 1) {
            throw new EvaluatorFault(
                    "%s says what runs onward, and its scorer sends nothing there. Maybe legs() must"
                                    .formatted(task.task().name())
                            + " be 2.");
        }
        Workers first = new JavaWorkers(workers, workers, deadline(task));
        return new SandboxedEvaluator(
                task, new RelayWorkers(first, new ProcessWorkers(task, workshop, jobs)));
    }

    private static Deadline deadline(PreparedTask task) {
        return Deadline.ofCpu(task.task().limits().cpu());
    }

    /// For candidates in any language, each run by a fresh process.
    ///
    /// @param workshop of this task; closed with this evaluator
    /// @param jobs evaluations at the same time
    public static SandboxedEvaluator of(PreparedTask task, Workshop workshop, int jobs) {
        return new SandboxedEvaluator(task, new ProcessWorkers(task, workshop, jobs));
    }

    /// @throws EvaluatorFault when the task's scorer or harness fails
    @Override
    public Evaluation evaluate(Executable candidate, Split split) {
        return evaluation(candidate, sitting(split, false));
    }

    /// Runs the instances in reversed order, so that what a candidate carries from one to the next
    /// shows as another digest.
    ///
    /// @throws EvaluatorFault when the task's scorer or harness fails
    @Override
    public Evaluation again(Executable candidate, Split split) {
        return evaluation(candidate, sitting(split, true));
    }

    /// @throws EvaluatorFault when the task's scorer or harness fails
    @Override
    public Evaluation sample(Executable candidate, int every) {
        InstanceSet set = task.set(Split.TRAINING).every(every);
        Instances known = new Instances.Known(Split.TRAINING, false, every);
        return evaluation(candidate, new Sitting(Split.TRAINING, set, known, false));
    }

    /// @throws EvaluatorFault when the task's scorer or harness fails
    @Override
    public Evaluation stage(Executable candidate, Stage stage) {
        return evaluation(candidate, stages.computeIfAbsent(stage, this::sitting));
    }

    private Sitting sitting(Stage stage) {
        InstanceSet set = task.part(stage);
        Instances on =
                stage.suites().isEmpty()
                        ? new Instances.Known(Split.TRAINING, false, stage.every())
                        : new Instances.Sent(task.written(set));
        return new Sitting(Split.TRAINING, set, on, false, stage.quick(), Sitting.Way.START);
    }

    /// @throws EvaluatorFault when the task's scorer or harness fails, or prints no certificates
    ///   though they are wanted
    @Override
    public List<SuiteResult> suites(
            Executable candidate, List<? extends Suite<?>> suites, boolean certificates) {
        return suites.stream()
                .map(suite -> certificates ? described(candidate, suite) : plain(candidate, suite))
                .toList();
    }

    private SuiteResult plain(Executable candidate, Suite<?> suite) {
        return new SuiteResult(suite.name(), evaluation(candidate, sitting(suite)), List.of());
    }

    private SuiteResult described(Executable candidate, Suite<?> suite) {
        Sitting sitting = sitting(suite);
        Heard heard = workers.hear(candidate, sitting);
        Evaluation evaluation = judged(candidate, heard, sitting);
        List<String> lines =
                evaluation instanceof Scored && heard instanceof Heard.Told told
                        ? task.judge().describe(sitting.set(), told.certificates())
                        : List.of();
        return new SuiteResult(suite.name(), evaluation, lines);
    }

    private Sitting sitting(Split split, boolean reversed) {
        InstanceSet set = task.set(split);
        return switch (split) {
            case TRAINING, VALIDATION ->
                    new Sitting(split, set, new Instances.Known(split, reversed), reversed);
            case TEST -> {
                List<byte[]> written = task.written(set);
                List<byte[]> ordered = reversed ? written.reversed() : written;
                yield new Sitting(split, set, new Instances.Sent(ordered), reversed);
            }
        };
    }

    private Sitting sitting(Suite<?> suite) {
        InstanceSet set = InstanceSet.of(List.of(suite));
        return new Sitting(Split.TEST, set, new Instances.Sent(task.written(set)), false);
    }

    private Evaluation evaluation(Executable candidate, Sitting sitting) {
        return judged(candidate, workers.hear(candidate, sitting), sitting);
    }

    private Evaluation judged(Executable candidate, Heard heard, Sitting sitting) {
        return switch (heard) {
            case Heard.Silent(Failed(FailureCause cause, String detail, Duration cpu)) ->
                    new Failed(cause, detail, cpu.plus(sitting.way().spent()));
            case Heard.Told(Certificates certificates, Duration cpu) ->
                    judged(candidate, certificates, sitting, cpu.plus(sitting.way().spent()));
        };
    }

    private Evaluation judged(
            Executable candidate, Certificates certificates, Sitting sitting, Duration cpu) {
        return switch (opinion(candidate, certificates, sitting)) {
            case Opinion.Worth worth -> scored(worth, sitting.way().digest(), cpu);
            case Opinion.Nothing(FailureCause cause, String detail) ->
                    new Failed(cause, detail, cpu);
            case Opinion.Onward(InstanceSet next, String digest) ->
                    evaluation(candidate, onward(sitting, next, digest, cpu));
        };
    }

    private Sitting onward(Sitting last, InstanceSet next, String digest, Duration cpu) {
        if (last.way().leg() >= task.legs()) {
            throw new EvaluatorFault(
                    "the scorer sends instances onward from leg %d of %d. Maybe legs() must be more."
                            .formatted(last.way().leg(), task.legs()));
        }
        List<byte[]> written = task.written(next);
        return new Sitting(
                last.split(),
                next,
                new Instances.Sent(last.reversed() ? written.reversed() : written),
                last.reversed(),
                last.quick(),
                last.way().after(digest, cpu));
    }

    private Scored scored(Opinion.Worth worth, String before, Duration cpu) {
        String digest = before.isEmpty() ? worth.digest() : Judge.digest(before, worth.digest());
        // What is measured differs from run to run, what a candidate answered does not.
        Signature signature = workers.firstLegTellsAll() ? Signature.of(before) : worth.signature();
        return new Scored(
                worth.scores(), worth.measures(), signature, digest, worth.breakdown(), cpu);
    }

    private Opinion opinion(Executable candidate, Certificates certificates, Sitting sitting) {
        return task.judge()
                .judge(
                        sitting.split(),
                        sitting.set(),
                        certificates,
                        sitting.reversed(),
                        candidate.classes());
    }

    @Override
    public void close() {
        workers.close();
    }
}
