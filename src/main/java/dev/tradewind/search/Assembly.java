package dev.tradewind.search;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluator;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.Material;
import dev.tradewind.evaluation.PreparedTask;
import dev.tradewind.evaluation.SandboxedEvaluator;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.SuiteResult;
import dev.tradewind.evaluation.Task;
import dev.tradewind.evaluation.Workings;
import dev.tradewind.evaluation.Workshop;
import dev.tradewind.evolution.Streams;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.ProcessGuard;
import dev.tradewind.guard.SandboxedGuard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.WorkerPool;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A task ready to judge programs: its instances made, a guard and an evaluator before their
/// sandboxed processes. The one place where these parts are put together.
///
/// Safe for any number of threads. Close it to end its processes.
///
/// ```java
/// try (Assembly assembly = Assembly.of(task, 1, 2, isolation)) {
///     Evaluation evaluation = assembly.evaluate(program, Split.VALIDATION);
/// }
/// ```
public final class Assembly implements AutoCloseable {

    private final PreparedTask task;
    private final Guard guard;
    private final Evaluator evaluator;
    private final String isolation;

    private Assembly(PreparedTask task, Guard guard, Evaluator evaluator, String isolation) {
        this.task = task;
        this.guard = guard;
        this.evaluator = evaluator;
        this.isolation = isolation;
    }

    /// Makes the instances and starts the processes.
    ///
    /// @param seed instances drawn at random follow from it
    /// @param jobs evaluations at the same time
    /// @throws dev.tradewind.evaluation.EvaluatorFault when the scorer cannot make instances
    public static Assembly of(CompiledTask task, long seed, int jobs, Isolation isolation) {
        PreparedTask prepared = PreparedTask.of(task, material(task.task(), seed));
        return switch (task.task().workings()) {
            case Workings.InJava java when java.onward() instanceof Workings.Onward.Commands ->
                    ofRelay(task, prepared, jobs, isolation);
            case Workings.InJava _ -> ofJava(task, prepared, jobs, isolation);
            case Workings.InProcess _ -> ofProcesses(task, prepared, jobs, isolation);
        };
    }

    private static Assembly ofJava(
            CompiledTask task, PreparedTask prepared, int jobs, Isolation isolation) {
        Guard guard = SandboxedGuard.of(task, isolation);
        WorkerPool workers = new WorkerPool(prepared.child(), jobs, isolation);
        Evaluator evaluator =
                prepared.legs() == 1
                        ? new SandboxedEvaluator(prepared, workers)
                        : new SandboxedEvaluator(
                                prepared,
                                workers,
                                new WorkerPool(prepared.stranger(), jobs, isolation));
        return new Assembly(prepared, guard, evaluator, isolation.toString());
    }

    private static Assembly ofRelay(
            CompiledTask task, PreparedTask prepared, int jobs, Isolation isolation) {
        Workshop workshop = Workshop.of(task, isolation);
        WorkerPool workers = new WorkerPool(prepared.child(), jobs, isolation);
        Evaluator evaluator = SandboxedEvaluator.relayed(prepared, workers, workshop, jobs);
        Guard guard = SandboxedGuard.of(task, isolation);
        return new Assembly(prepared, guard, evaluator, isolation.toString());
    }

    private static Assembly ofProcesses(
            CompiledTask task, PreparedTask prepared, int jobs, Isolation isolation) {
        Workshop workshop = Workshop.of(task, isolation);
        Evaluator evaluator = SandboxedEvaluator.of(prepared, workshop, jobs);
        Guard guard = ProcessGuard.of(task, workshop);
        return new Assembly(prepared, guard, evaluator, workshop.describe());
    }

    /// Parts of one's own, for those who know what they run.
    ///
    /// @param guard closed with this
    /// @param evaluator closed with this
    public static Assembly of(PreparedTask task, Guard guard, Evaluator evaluator) {
        return new Assembly(task, guard, evaluator, evaluator.getClass().getSimpleName());
    }

    /// The same for a campaign: its seed, its jobs.
    public static Assembly of(CompiledTask task, Campaign campaign, Isolation isolation) {
        return of(task, campaign.seed(), campaign.jobs(), isolation);
    }

    private static Map<Split, Material> material(Task task, long seed) {
        Map<Split, Material> material = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            long stream = Streams.stream(seed, "instances " + split, 0);
            material.put(
                    split,
                    new Material(Streams.generator(stream), task.folder(), task.parameters()));
        }
        return material;
    }

    public PreparedTask task() {
        return task;
    }

    /// How candidates are kept apart from the machine, in words.
    public String isolation() {
        return isolation;
    }

    Guard guard() {
        return guard;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Stages stages() {
        return new Stages(evaluator, task.task());
    }

    Repeats repeats() {
        return new Repeats(evaluator, task.task());
    }

    /// What a program is worth on a split, whoever wrote it.
    ///
    /// @throws dev.tradewind.evaluation.EvaluatorFault when the task's scorer or harness fails
    public Evaluation evaluate(Program program, Split split) {
        return admitted(program, executable -> evaluator.evaluate(executable, split));
    }

    /// The same on each of some suites by itself, scored as on test; certificates as text where
    /// wanted. A program the guard refuses fails on each of them.
    ///
    /// @throws dev.tradewind.evaluation.EvaluatorFault when the task's scorer or harness fails
    public List<SuiteResult> evaluate(
            Program program, List<? extends Suite<?>> suites, boolean certificates) {
        return switch (guard.admit(Candidate.seed(program))) {
            case Verdict.Refused refused ->
                    suites.stream()
                            .map(suite -> new SuiteResult(suite.name(), failed(refused), List.of()))
                            .toList();
            case Verdict.Admitted(Executable executable, var _) ->
                    evaluator.suites(executable, suites, certificates);
        };
    }

    /// The same on training, run twice in different order as a program is that may become the best:
    /// one that disagrees with itself has no score. Where runs may differ, the worst of as many as
    /// the task asks for.
    ///
    /// @throws dev.tradewind.evaluation.EvaluatorFault when the task's scorer or harness fails
    public Evaluation evaluateTwice(Program program) {
        return admitted(program, this::twice);
    }

    private Evaluation twice(Executable executable) {
        if (repeats().due()) {
            return repeats().worst(executable, Split.TRAINING);
        }
        Evaluation first = evaluator.evaluate(executable, Split.TRAINING);
        if (!(first instanceof Evaluation.Scored scored)) {
            return first;
        }
        Evaluation again = evaluator.again(executable, Split.TRAINING);
        boolean agrees =
                again instanceof Evaluation.Scored second
                        && second.digest().equals(scored.digest());
        return agrees ? first : Attempts.disagreement(again);
    }

    /// A program on every split, the test sets one by one.
    ///
    /// @throws dev.tradewind.evaluation.EvaluatorFault when the task's scorer or harness fails
    public Examined examine(String name, Program program) {
        Map<String, Evaluation> test = new LinkedHashMap<>();
        evaluate(program, task.suites(Split.TEST), false)
                .forEach(result -> test.put(result.name(), result.evaluation()));
        return new Examined(
                name,
                program,
                evaluate(program, Split.TRAINING),
                evaluate(program, Split.VALIDATION),
                test);
    }

    private Evaluation admitted(Program program, Function<Executable, Evaluation> evaluation) {
        return switch (guard.admit(Candidate.seed(program))) {
            case Verdict.Refused refused -> failed(refused);
            case Verdict.Admitted(Executable executable, var _) -> evaluation.apply(executable);
        };
    }

    private static Failed failed(Verdict.Refused refused) {
        return new Failed(refused.cause(), refused.detail(), Duration.ZERO);
    }

    @Override
    public void close() {
        evaluator.close();
        guard.close();
        task.rest();
    }
}
