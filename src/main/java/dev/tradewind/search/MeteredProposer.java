package dev.tradewind.search;

import dev.tradewind.budget.Metered;
import dev.tradewind.budget.MeteredThreads;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

/// A proposer without a model whose proposals tell the processor time they took.
record MeteredProposer(Proposer proposer, MeteredThreads threads) implements Proposer {

    @Override
    public String name() {
        return proposer.name();
    }

    @Override
    public Proposal propose(Ask ask) {
        Metered<Proposal> proposal = threads.call(() -> proposer.propose(ask));
        return proposal.value().plus(proposal.cpu());
    }

    @Override
    public void close() {
        proposer.close();
    }
}
