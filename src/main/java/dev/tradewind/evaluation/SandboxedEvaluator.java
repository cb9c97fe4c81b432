package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Judge.Opinion;
import dev.tradewind.evaluation.Procedure.Stage;
import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunAnswer.Stopped;
import dev.tradewind.evaluation.RunRequest.Instances;
import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Ending;
import dev.tradewind.sandbox.Sandbox;

import java.io.IOException;
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
    private final Sandbox workers;
    private final Sandbox strangers;
    private final Deadline deadline;
    private final Map<Stage, Sitting> stages = new ConcurrentHashMap<>();

    /// For a task whose candidates go through one process on each instance.
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

    /// @param workers of the kind [PreparedTask#child()]; closed with this evaluator
    /// @param strangers of the kind [PreparedTask#stranger()]; closed with this evaluator
    public SandboxedEvaluator(PreparedTask task, Sandbox workers, Sandbox strangers) {
        this.task = task;
        this.workers = workers;
        this.strangers = strangers;
        this.deadline = Deadline.ofCpu(task.task().limits().cpu());
    }

    /// Instances to be run in one request.
    ///
    /// @param leg 1 for the first
    /// @param digest of the certificates of the legs before; empty at the first
    private record Sitting(
            Split split,
            InstanceSet set,
            Instances on,
            boolean reversed,
            int leg,
            String digest,
            Duration before) {

        Sitting(Split split, InstanceSet set, Instances on, boolean reversed) {
            this(split, set, on, reversed, 1, "", Duration.ZERO);
        }
    }

    /// What came of a request.
    private sealed interface Heard {

        record Told(Certificates certificates, Duration cpu) implements Heard {}

        record Silent(Failed failed) implements Heard {}
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

    /// There is one build in this lane, and it is quick.
    ///
    /// @throws EvaluatorFault when the task's scorer or harness fails
    @Override
    public Evaluation stage(Executable candidate, Stage stage) {
        return stage.suites().isEmpty()
                ? sample(candidate, stage.every())
                : evaluation(candidate, stages.computeIfAbsent(stage, this::sitting));
    }

    private Sitting sitting(Stage stage) {
        InstanceSet set = task.part(stage);
        return new Sitting(Split.TRAINING, set, new Instances.Sent(task.written(set)), false);
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
        Heard heard = hear(candidate, sitting);
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
        return judged(candidate, hear(candidate, sitting), sitting);
    }

    private Heard hear(Executable candidate, Sitting sitting) {
        var request = new RunRequest(candidate.entry(), candidate.classes(), sitting.on());
        Sandbox asked = sitting.leg() == 1 ? workers : strangers;
        return switch (asked.ask(request.toBytes(), deadline)) {
            case Ending.Answered(byte[] answer, Duration cpu) -> read(answer, cpu, sitting);
            case Ending.OutOfTime(Duration cpu, String detail) ->
                    silent(FailureCause.TIMEOUT, detail, cpu);
            case Ending.OutOfMemory(Duration cpu, String detail) ->
                    silent(FailureCause.MEMORY, detail, cpu);
            case Ending.Crashed(Duration cpu, String detail) ->
                    silent(FailureCause.CRASH, detail, cpu);
        };
    }

    private static Heard read(byte[] answer, Duration cpu, Sitting sitting) {
        try {
            return switch (RunAnswer.of(answer)) {
                case Certificates certificates -> new Heard.Told(certificates, cpu);
                case Stopped stopped -> {
                    String detail = detail(stopped, sitting);
                    if (stopped.cause() == FailureCause.EVALUATOR_FAULT) {
                        throw new EvaluatorFault(detail);
                    }
                    yield silent(stopped.cause(), detail, cpu);
                }
            };
        } catch (IOException unreadable) {
            String detail = "the worker's answer cannot be read: " + unreadable.getMessage();
            return silent(FailureCause.INVALID_RESULT, detail, cpu);
        }
    }

    private static String detail(Stopped stopped, Sitting sitting) {
        int run = stopped.instance();
        int size = sitting.set().size();
        if (run < 0 || run >= size) {
            return stopped.detail();
        }
        String name = sitting.set().name(sitting.reversed() ? size - 1 - run : run);
        return name + ": " + stopped.detail();
    }

    private static Heard silent(FailureCause cause, String detail, Duration cpu) {
        return new Heard.Silent(new Failed(cause, detail, cpu));
    }

    private Evaluation judged(Executable candidate, Heard heard, Sitting sitting) {
        return switch (heard) {
            case Heard.Silent(Failed(FailureCause cause, String detail, Duration cpu)) ->
                    new Failed(cause, detail, cpu.plus(sitting.before()));
            case Heard.Told(Certificates certificates, Duration cpu) ->
                    judged(candidate, certificates, sitting, cpu.plus(sitting.before()));
        };
    }

    private Evaluation judged(
            Executable candidate, Certificates certificates, Sitting sitting, Duration cpu) {
        return switch (opinion(candidate, certificates, sitting)) {
            case Opinion.Worth worth -> scored(worth, sitting.digest(), cpu);
            case Opinion.Nothing(FailureCause cause, String detail) ->
                    new Failed(cause, detail, cpu);
            case Opinion.Onward(InstanceSet next, String digest) ->
                    evaluation(candidate, onward(sitting, next, digest, cpu));
        };
    }

    private Sitting onward(Sitting last, InstanceSet next, String digest, Duration cpu) {
        if (last.leg() >= task.legs()) {
            throw new EvaluatorFault(
                    "the scorer sends instances onward from leg %d of %d. Maybe legs() must be more."
                            .formatted(last.leg(), task.legs()));
        }
        List<byte[]> written = task.written(next);
        return new Sitting(
                last.split(),
                next,
                new Instances.Sent(last.reversed() ? written.reversed() : written),
                last.reversed(),
                last.leg() + 1,
                last.digest() + digest,
                cpu);
    }

    private static Scored scored(Opinion.Worth worth, String before, Duration cpu) {
        String digest = before.isEmpty() ? worth.digest() : Judge.digest(before, worth.digest());
        return new Scored(worth.scores(), worth.signature(), digest, worth.breakdown(), cpu);
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
        strangers.close();
    }
}
