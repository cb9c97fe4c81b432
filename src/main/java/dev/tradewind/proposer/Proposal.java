package dev.tradewind.proposer;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;

import java.time.Duration;

/// What a proposer came up with.
public sealed interface Proposal {

    /// Processor time it took, as far as it was measured: drawing, compiling and trying out what
    /// was not proposed in the end. Nothing of what calls of models cost.
    Duration cpu();

    /// The same, when this much more time was measured.
    Proposal plus(Duration more);

    record Proposed(Candidate candidate, Duration cpu) implements Proposal {

        public Proposed(Candidate candidate) {
            this(candidate, Duration.ZERO);
        }

        @Override
        public Proposed plus(Duration more) {
            return new Proposed(candidate, cpu.plus(more));
        }
    }

    /// No program came of it.
    record Declined(FailureCause cause, String detail, Duration cpu) implements Proposal {

        public Declined(FailureCause cause, String detail) {
            this(cause, detail, Duration.ZERO);
        }

        @Override
        public Declined plus(Duration more) {
            return new Declined(cause, detail, cpu.plus(more));
        }
    }

    /// Asked to reflect, it gave advice for later proposals instead of a program.
    record Advised(String advice, Duration cpu) implements Proposal {

        public Advised(String advice) {
            this(advice, Duration.ZERO);
        }

        @Override
        public Advised plus(Duration more) {
            return new Advised(advice, cpu.plus(more));
        }
    }
}
