package dev.tradewind.proposer;

/// Asks for programs. Safe for any number of threads.
public interface Proposer {

    /// As written in journals and reports, such as `breeding`.
    String name();

    /// One proposal. A proposer without a model gives equal proposals to equal asks.
    Proposal propose(Ask ask);
}
