package dev.tradewind.guard;

import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;

/// What the guard makes of a candidate.
public sealed interface Verdict {

    record Admitted(Executable executable) implements Verdict {}

    /// Turned away.
    ///
    /// @param cause UNREADABLE, FORBIDDEN, COMPILE, or FUEL when even compiling took too much
    /// @param detail one line: the place, what was found, what is allowed
    record Refused(FailureCause cause, String detail) implements Verdict {}
}
