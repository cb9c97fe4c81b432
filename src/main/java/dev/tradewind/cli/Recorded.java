package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.journal.Flight;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Validation;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;

import java.util.List;
import java.util.Optional;

/// A program of a run, as its journal has it.
sealed interface Recorded {

    /// Number of its flight; 0 for the seed.
    long number();

    /// Empty when no program came of the proposal.
    Optional<Candidate> candidate();

    Optional<Evaluation> training();

    Optional<Evaluation> validation();

    /// Flights of the parents, best first.
    List<Long> parents();

    /// What people call it: `#412`, or `seed`.
    default String label() {
        return number() == 0 ? "seed" : "#" + number();
    }

    /// What was proposed.
    ///
    /// @throws UsageException when no program came of the proposal
    default Program program() {
        return candidate()
                .orElseThrow(() -> new UsageException(label() + " brought no program."))
                .program();
    }

    /// The task's starting program.
    record Start(Candidate seed) implements Recorded {

        @Override
        public long number() {
            return 0;
        }

        @Override
        public Optional<Candidate> candidate() {
            return Optional.of(seed);
        }

        @Override
        public Optional<Evaluation> training() {
            return Optional.empty();
        }

        @Override
        public Optional<Evaluation> validation() {
            return Optional.empty();
        }

        @Override
        public List<Long> parents() {
            return List.of();
        }
    }

    /// A program that was proposed.
    record Flown(Flight flight) implements Recorded {

        @Override
        public long number() {
            return flight.number();
        }

        @Override
        public Optional<Candidate> candidate() {
            return switch (flight.landing()) {
                case Landing.Declined _, Landing.Advised _ -> Optional.empty();
                case Landing.Refused refused -> Optional.of(refused.candidate());
                case Landing.Evaluated evaluated -> Optional.of(evaluated.candidate());
            };
        }

        @Override
        public Optional<Evaluation> training() {
            return switch (flight.landing()) {
                case Landing.Evaluated evaluated -> Optional.of(evaluated.training());
                case Landing.Declined _, Landing.Advised _, Landing.Refused _ -> Optional.empty();
            };
        }

        @Override
        public Optional<Evaluation> validation() {
            return flight.landing() instanceof Landing.Evaluated evaluated
                            && evaluated.validation() instanceof Validation.Done done
                    ? Optional.of(done.evaluation())
                    : Optional.empty();
        }

        @Override
        public List<Long> parents() {
            return flight.landing().plan().parents();
        }
    }
}
