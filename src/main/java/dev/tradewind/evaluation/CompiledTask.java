package dev.tradewind.evaluation;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A task whose evaluator is compiled and loaded: class files for the sandbox, and the scorer as an
/// object of this process. Not to be changed; safe for any number of threads.
public final class CompiledTask {

    private final Task task;
    private final SortedMap<String, byte[]> contract;
    private final SortedMap<String, byte[]> harness;
    private final String harnessClass;
    private final Scorer<Object> scorer;
    private final @Nullable Lowering lowering;

    private CompiledTask(
            Task task,
            SortedMap<String, byte[]> contract,
            SortedMap<String, byte[]> harness,
            String harnessClass,
            Scorer<Object> scorer,
            @Nullable Lowering lowering) {
        this.task = task;
        this.contract = contract;
        this.harness = harness;
        this.harnessClass = harnessClass;
        this.scorer = scorer;
        this.lowering = lowering;
    }

    /// Compiles a task's contract, harness and scorer, in memory, and makes the scorer.
    ///
    /// @throws EvaluatorFault with file, line and a likely fix, when they do not compile or are not
    ///   what they should be
    public static CompiledTask of(Task task) {
        return switch (task.workings()) {
            case Workings.InJava java -> of(task, java);
            case Workings.InProcess process -> of(task, process);
        };
    }

    private static CompiledTask of(Task task, Workings.InJava java) {
        if (java.onward() instanceof Workings.Onward.Commands(Workings.InProcess commands)) {
            Programs.require(commands);
        }
        SortedMap<String, byte[]> contract = EvaluatorSources.contract(java.contract());
        contract.keySet().forEach(CompiledTask::requirePackage);
        var harness = half(EvaluatorSources.Half.HARNESS, java.harness(), java, contract);
        var scorer = half(EvaluatorSources.Half.SCORER, java.scorer(), java, contract);
        Gate gate = new Gate(contract);
        Class<?> runs = only(Harness.class, harness, new TaskLoader("harness", harness, gate));
        Class<?> judges = only(Scorer.class, scorer, new TaskLoader("scorer", scorer, gate));
        return new CompiledTask(
                task,
                contract,
                harness,
                runs.getName(),
                ofAnything(made(Scorer.class, judges)),
                null);
    }

    /// Compiles what is in Java of a task whose candidates are not.
    private static CompiledTask of(Task task, Workings.InProcess process) {
        Programs.require(process);
        return new CompiledTask(
                task,
                new TreeMap<>(),
                new TreeMap<>(),
                "",
                ofAnything(scorer(task, process.judging())),
                process.lowers() ? Lowerings.of(task) : null);
    }

    private static Scorer<?> scorer(Task task, Workings.Judging judging) {
        return switch (judging) {
            case Workings.Judging.InJava(Map<String, String> files) ->
                    alone(Scorer.class, EvaluatorSources.Half.SCORER, files);
            case Workings.Judging.ByCommand judge ->
                    new CommandScorer(
                            new JudgeProcess(judge, task.folder()), task.measures().size());
        };
    }

    /// One of the only class of a kind in sources that use nothing but the JDK and tradewind.
    static <T> T alone(Class<T> wanted, EvaluatorSources.Half half, Map<String, String> sources) {
        SortedMap<String, byte[]> classes = EvaluatorSources.half(half, sources, Map.of());
        var loader = new TaskLoader(half.label(), classes, new Gate(Map.of()));
        return made(wanted, only(wanted, classes, loader));
    }

    /// A task whose scorer is an object at hand and whose harness is one of tradewind's own.
    static CompiledTask of(Task task, Class<? extends Harness<?, ?>> harness, Scorer<?> scorer) {
        return new CompiledTask(
                task,
                new TreeMap<>(),
                new TreeMap<>(),
                harness.getName(),
                ofAnything(scorer),
                null);
    }

    /// The same, evaluated more or less carefully.
    public CompiledTask with(Procedure procedure) {
        return new CompiledTask(
                task.with(procedure), contract, harness, harnessClass, scorer, lowering);
    }

    public Task task() {
        return task;
    }

    /// Binary name to class file of what candidates are compiled against; not to be changed.
    public Map<String, byte[]> contract() {
        return contract;
    }

    /// What makes programs of candidates that are settings; empty where candidates are programs.
    public Optional<Lowering> lowering() {
        return Optional.ofNullable(lowering);
    }

    /// What this machine lacks and the task does without, one sentence each.
    public List<String> spared() {
        return task.workings() instanceof Workings.InProcess process
                ? Programs.spared(process)
                : List.of();
    }

    Map<String, byte[]> harness() {
        return harness;
    }

    String harnessClass() {
        return harnessClass;
    }

    Scorer<Object> scorer() {
        return scorer;
    }

    /// Ends a judge that is a process of its own; it starts again when it is asked again.
    void rest() {
        if ((Object) scorer instanceof CommandScorer judge) {
            judge.close();
        }
    }

    private static void requirePackage(String name) {
        if (name.indexOf('.') < 0) {
            throw new EvaluatorFault(
                    "the contract's %s is in no package, where candidates cannot import it. Maybe"
                                    .formatted(name)
                            + " start its file with \"package rules;\" and move it into the"
                            + " folder rules.");
        }
    }

    private static SortedMap<String, byte[]> half(
            EvaluatorSources.Half half,
            Map<String, String> sources,
            Workings.InJava java,
            Map<String, byte[]> contract) {
        var classes = new TreeMap<>(EvaluatorSources.half(half, sources, java.contract()));
        classes.keySet().removeAll(contract.keySet());
        return classes;
    }

    /// The one public class that is what the task needs.
    static Class<?> only(Class<?> wanted, SortedMap<String, byte[]> classes, ClassLoader loader) {
        List<Class<?>> found =
                classes.keySet().stream()
                        .<Class<?>>map(name -> load(name, loader))
                        .filter(wanted::isAssignableFrom)
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .toList();
        if (found.size() != 1) {
            String word = wanted.getSimpleName();
            throw new EvaluatorFault(
                    "exactly one public class must implement dev.tradewind.evaluation.%s, found %s"
                                    .formatted(word, found.isEmpty() ? "none" : names(found))
                            + ". Maybe %s.".formatted(fix(found)));
        }
        return found.getFirst();
    }

    private static String fix(List<Class<?>> found) {
        return found.isEmpty()
                ? "it is not public, or in another folder"
                : "make all but one package-private";
    }

    private static String names(List<Class<?>> classes) {
        return String.join(", ", classes.stream().map(Class::getName).toList());
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException | LinkageError broken) {
            throw new EvaluatorFault("the evaluator's " + name + " cannot be loaded", broken);
        }
    }

    /// One of a class that is what the task needs.
    static <T> T made(Class<T> wanted, Class<?> type) {
        try {
            return wanted.cast(type.getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError broken) {
            throw new EvaluatorFault(
                    "no %s could be made of %s: %s. It needs a public constructor without"
                                    .formatted(
                                            wanted.getSimpleName().toLowerCase(Locale.ROOT),
                                            type.getName(),
                                            broken)
                            + " parameters that does not throw.",
                    broken);
        }
    }

    /// A scorer is only ever given the instances it made itself.
    @SuppressWarnings("unchecked")
    private static Scorer<Object> ofAnything(Scorer<?> scorer) {
        return (Scorer<Object>) scorer;
    }
}
