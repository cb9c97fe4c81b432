package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Judge.Opinion;
import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunRequest.Instances;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Sandbox;

import java.time.Duration;
import java.util.List;

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

    /// For candidates in Java.
    ///
    /// @param workers of the kind [PreparedTask#child()]; closed with this evaluator
    public SandboxedEvaluator(PreparedTask task, Sandbox workers) {
        this(task, new JavaWorkers(workers, Deadline.ofCpu(task.task().limits().cpu())));
    }

    private SandboxedEvaluator(PreparedTask task, Workers workers) {
        this.task = task;
        this.workers = workers;
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
        Evaluation evaluation = judged(heard, sitting);
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
        return judged(workers.hear(candidate, sitting), sitting);
    }

    private Evaluation judged(Heard heard, Sitting sitting) {
        return switch (heard) {
            case Heard.Silent(Failed failed) -> failed;
            case Heard.Told(Certificates certificates, Duration cpu) ->
                    switch (opinion(certificates, sitting)) {
                        case Opinion.Worth worth -> scored(worth, cpu);
                        case Opinion.Nothing(FailureCause cause, String detail) ->
                                new Failed(cause, detail, cpu);
                    };
        };
    }

    private static Scored scored(Opinion.Worth worth, Duration cpu) {
        return new Scored(
                worth.scores(), worth.signature(), worth.digest(), worth.breakdown(), cpu);
    }

    private Opinion opinion(Certificates certificates, Sitting sitting) {
        return task.judge().judge(sitting.split(), sitting.set(), certificates, sitting.reversed());
    }

    @Override
    public void close() {
        workers.close();
    }
}
