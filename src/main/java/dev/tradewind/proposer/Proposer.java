package dev.tradewind.proposer;

import dev.tradewind.budget.Charge;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;

import java.util.Optional;

/// Asks for programs. Safe for any number of threads.
public interface Proposer extends AutoCloseable {

    /// As written in journals and reports, such as `breeding`.
    String name();

    /// The most that proposing may cost.
    default Charge most(Ask ask) {
        return Charge.NONE;
    }

    /// One proposal. A proposer without a model gives equal proposals to equal asks.
    ///
    /// @throws ProviderDown when a model cannot be asked for now
    /// @throws ProviderRefused when a model can never be asked as it is configured
    Proposal propose(Ask ask);

    /// A second try at what the guard refused, by a proposer that learns from being told why; none
    /// from the others.
    default Optional<Proposal> repaired(
            Ask ask, Candidate refused, FailureCause cause, String detail) {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
