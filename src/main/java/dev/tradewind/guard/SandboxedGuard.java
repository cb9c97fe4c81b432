package dev.tradewind.guard;

import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.program.Candidate;
import dev.tradewind.sandbox.Isolation;

/// Compiles in a sandbox, then checks and instruments here.
public final class SandboxedGuard implements Guard {

    private SandboxedGuard(CompiledTask task, Isolation isolation) {
        throw new UnsupportedOperationException("not built yet: " + task.task().name() + isolation);
    }

    /// A guard for candidates of a task, its compiler in a process of its own.
    public static SandboxedGuard of(CompiledTask task, Isolation isolation) {
        return new SandboxedGuard(task, isolation);
    }

    @Override
    public Verdict admit(Candidate candidate) {
        throw new UnsupportedOperationException("not built yet: " + candidate);
    }
}
