package dev.tradewind.proposer.breeding;

import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;

import java.util.List;

/// Tries drawn programs out, cheaply, before one of them is proposed. Safe for any number of
/// threads.
public interface Screen {

    /// The one that promises most; none when all are known or none runs. Equal questions get equal
    /// answers, but for the time they take.
    ///
    /// @param ask what they were drawn for
    /// @param drawn in the order they were drawn, at least one
    Proposal best(Ask ask, List<Candidate> drawn);
}
