package dev.tradewind.guard;

import dev.tradewind.budget.Metered;
import dev.tradewind.budget.MeteredThreads;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.program.Program;
import dev.tradewind.program.Region;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.Sandbox;
import dev.tradewind.sandbox.WorkerPool;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Compiles in a sandbox, then checks and instruments here.
///
/// ```java
/// try (Guard guard = SandboxedGuard.of(task, isolation)) {
///     switch (guard.admit(candidate)) {
///         case Verdict.Admitted(var executable, var _) -> evaluator.evaluate(executable, split);
///         case Verdict.Refused(FailureCause cause, String detail, var _) -> ...
///     }
/// }
/// ```
public final class SandboxedGuard implements Guard {

    private final SourceCheck sourceCheck;
    private final RegionCheck regionCheck;
    private final Compiler compiler;
    private final BytecodeGuard bytecodeGuard;
    private final String entry;
    private final MeteredThreads threads = new MeteredThreads();
    private final Runnable atClose;

    /// @param contract what the compiler compiles against, binary name to class file
    /// @param atClose ends what the compiler needs
    SandboxedGuard(Task task, Map<String, byte[]> contract, Compiler compiler, Runnable atClose) {
        this.sourceCheck = new SourceCheck(task.limits().source());
        this.regionCheck = new RegionCheck(task.seed());
        this.compiler = compiler;
        this.bytecodeGuard = new BytecodeGuard(contract, task.limits().fuel());
        this.entry = entry(task.seed());
        this.atClose = atClose;
    }

    /// A guard for candidates of a task, its compiler in a process of its own.
    public static SandboxedGuard of(CompiledTask task, Isolation isolation) {
        Sandbox pool = new WorkerPool(CompileService.child(task.contract()), 1, isolation);
        return new SandboxedGuard(
                task.task(), task.contract(), new BatchingCompiler(pool), pool::close);
    }

    /// The class named by the file that holds the seed's first region.
    private static String entry(Program seed) {
        String path =
                seed.regions().stream()
                        .map(Region::path)
                        .findFirst()
                        .orElseGet(() -> sources(seed).firstKey());
        String file = path.substring(path.lastIndexOf('/') + 1);
        return Compiled.PACKAGE + "." + file.substring(0, file.lastIndexOf('.'));
    }

    /// @throws dev.tradewind.sandbox.SandboxException when no compiler can be started: a fault of
    ///   the outside world
    @Override
    public Verdict admit(Candidate candidate) {
        Program program = candidate.program();
        Optional<Verdict.Refused> unreadable = sourceCheck.refusal(program);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (isProposed(candidate)) {
            Optional<String> outside = regionCheck.objection(program);
            if (outside.isPresent()) {
                return new Verdict.Refused(FailureCause.FORBIDDEN, outside.get());
            }
        }
        return switch (compiler.compile(sources(program))) {
            case Compiled.Broken(String detail, Duration cpu) ->
                    new Verdict.Refused(FailureCause.COMPILE, detail, cpu);
            case Compiled.Classes(SortedMap<String, byte[]> files, Duration cpu) ->
                    inspect(candidate, files, cpu);
        };
    }

    /// A program somebody wrote by hand, such as an example or a baseline, need not keep to the
    /// seed's text.
    private static boolean isProposed(Candidate candidate) {
        return !candidate.descent().equals(Descent.seed());
    }

    private Verdict inspect(Candidate candidate, SortedMap<String, byte[]> files, Duration spent) {
        Metered<BytecodeGuard.Outcome> inspected =
                threads.call(() -> bytecodeGuard.inspect(files, entry));
        Duration cpu = spent.plus(inspected.cpu());
        return switch (inspected.value()) {
            case BytecodeGuard.Outcome.Unsafe(FailureCause cause, String detail) ->
                    new Verdict.Refused(cause, detail, cpu);
            case BytecodeGuard.Outcome.Safe(String fingerprint, Map<String, byte[]> classes) ->
                    new Verdict.Admitted(
                            new Executable(candidate, fingerprint, entry, classes), cpu);
        };
    }

    private static SortedMap<String, String> sources(Program program) {
        SortedMap<String, String> sources = new TreeMap<>(program.files());
        sources.keySet().removeIf(path -> !SourceCheck.isSource(path));
        return sources;
    }

    @Override
    public void close() {
        threads.close();
        atClose.run();
    }
}
