package dev.tradewind.guard;

import dev.tradewind.evaluation.Executable;
import dev.tradewind.evaluation.FailureCause;

import java.time.Duration;

/// What the guard makes of a candidate.
public sealed interface Verdict {

    /// Processor time it took to compile, check and instrument, as far as it was measured.
    Duration cpu();

    record Admitted(Executable executable, Duration cpu) implements Verdict {

        /// Found in no time worth measuring.
        public Admitted(Executable executable) {
            this(executable, Duration.ZERO);
        }
    }

    /// Turned away.
    ///
    /// @param cause UNREADABLE, FORBIDDEN, COMPILE, or FUEL when even compiling took too much
    /// @param detail one line: the place, what was found, what is allowed
    record Refused(FailureCause cause, String detail, Duration cpu) implements Verdict {

        /// Found in no time worth measuring.
        public Refused(FailureCause cause, String detail) {
            this(cause, detail, Duration.ZERO);
        }
    }
}
