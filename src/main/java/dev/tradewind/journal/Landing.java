package dev.tradewind.journal;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;

import java.time.Duration;

/// How a flight ended: everything that was found out, nothing yet of what it changed.
public sealed interface Landing {

    Plan plan();

    /// Processor time the flight's own evaluations took, measured.
    default Duration cpu() {
        return Duration.ZERO;
    }

    /// What proposing cost: calls of language models, and the processor time of drawing, compiling
    /// and trying out programs. No evaluation of the flight's own program.
    Spend proposing();

    /// What its calls of language models cost.
    default Charge charge() {
        return proposing().models();
    }

    /// All it cost.
    default Spend spend() {
        return proposing();
    }

    /// No program came of the proposal.
    record Declined(Plan plan, Spend proposing, FailureCause cause, String detail)
            implements Landing {}

    /// Asked to reflect, the model gave advice for later proposals.
    record Advised(Plan plan, Spend proposing, String advice) implements Landing {}

    /// The guard refused the program.
    record Refused(
            Plan plan, Spend proposing, Candidate candidate, FailureCause cause, String detail)
            implements Landing {}

    /// It ran.
    ///
    /// @param fingerprint of the compiled program, the same for programs that differ in text only
    record Evaluated(
            Plan plan,
            Spend proposing,
            Candidate candidate,
            String fingerprint,
            Evaluation training,
            Validation validation)
            implements Landing {
        @Override
        public Duration cpu() {
            return training.cpu().plus(validation.cpu());
        }

        @Override
        public Spend spend() {
            return proposing.plus(Spend.ofEvaluation(cpu()));
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
