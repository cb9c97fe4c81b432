/// The only way from proposed text to a runnable candidate: read, compile (in a sandboxed process),
/// allow-list, fuel, fingerprint.
///
/// What candidates may use of the JDK is written down in `allow-list.txt`, method by method. What
/// they are compiled to pays for its steps ([dev.tradewind.sandbox.Fuel]) and carries a fingerprint
/// that programs of equal bytecode share.
///
/// Promises: every candidate gets a verdict, the same on every machine; an exception is a fault of
/// the outside world. Nothing a candidate wrote runs in this process. The guard stops accidents and
/// makes stops repeatable; what keeps a machine safe is the sandbox behind it.
///
///     try (Guard guard = SandboxedGuard.of(task, isolation)) {
///         Verdict verdict = guard.admit(candidate);
///     }
@NullMarked
package dev.tradewind.guard;

import org.jspecify.annotations.NullMarked;
