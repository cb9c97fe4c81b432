package dev.tradewind.evaluation;

import java.time.Duration;

/// What became of one evaluation. A failure has a cause, never a score.
public sealed interface Evaluation {

    /// Processor time it took.
    Duration cpu();

    /// The same, when this much more time went into it.
    Evaluation plus(Duration more);

    /// It ran to the end and its certificates are valid.
    ///
    /// @param signature equal for candidates that did equally well on every instance
    /// @param digest hash of the certificates in instance order: two runs must agree on it
    /// @param breakdown where it did well and where it did not
    record Scored(
            Scores scores, Signature signature, String digest, Breakdown breakdown, Duration cpu)
            implements Evaluation {

        @Override
        public Scored plus(Duration more) {
            return with(scores, cpu.plus(more));
        }

        /// The same candidate, measured otherwise.
        ///
        /// @param time all it took
        public Scored with(Scores other, Duration time) {
            return new Scored(other, signature, digest, breakdown, time);
        }

        /// The same with nothing told of its parts.
        public Scored summed() {
            return new Scored(scores, signature, digest, Breakdown.NONE, cpu);
        }
    }

    /// It has no score.
    ///
    /// @param detail one line for people: what happened, where
    record Failed(FailureCause cause, String detail, Duration cpu) implements Evaluation {

        @Override
        public Failed plus(Duration more) {
            return new Failed(cause, detail, cpu.plus(more));
        }
    }
}
