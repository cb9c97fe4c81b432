package dev.tradewind.journal;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;

import java.time.Duration;

/// How a flight ended: everything that was found out, nothing yet of what it changed.
public sealed interface Landing {

    Plan plan();

    /// Processor time the flight's evaluations took, measured.
    Duration cpu();

    /// No program came of the proposal.
    record Declined(Plan plan, FailureCause cause, String detail) implements Landing {
        @Override
        public Duration cpu() {
            return Duration.ZERO;
        }
    }

    /// The guard refused the program.
    record Refused(Plan plan, Candidate candidate, FailureCause cause, String detail)
            implements Landing {
        @Override
        public Duration cpu() {
            return Duration.ZERO;
        }
    }

    /// It ran.
    ///
    /// @param fingerprint of the compiled program, the same for programs that differ in text only
    record Evaluated(
            Plan plan,
            Candidate candidate,
            String fingerprint,
            Evaluation training,
            Validation validation)
            implements Landing {
        @Override
        public Duration cpu() {
            return training.cpu().plus(validation.cpu());
        }
    }

    /// What is known of a candidate beyond training.
    sealed interface Validation {

        Duration cpu();

        /// It did not reach the plan's bar.
        record NotDue() implements Validation {
            @Override
            public Duration cpu() {
                return Duration.ZERO;
            }
        }

        /// It was run again, agreed with itself, and was run on the validation instances.
        ///
        /// @param evaluation failed when it disagreed with itself or failed there
        /// @param cpu of both runs
        record Done(Evaluation evaluation, Duration cpu) implements Validation {}
    }
}
