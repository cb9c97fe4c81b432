package dev.tradewind.proposer.breeding;

import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

/// Not built yet.
public final class TreeBreeding implements Proposer {

    public TreeBreeding(BreedingSettings settings) {
        throw new UnsupportedOperationException("not built yet: " + settings);
    }

    @Override
    public String name() {
        return "breeding";
    }

    @Override
    public Proposal propose(Ask ask) {
        throw new UnsupportedOperationException("not built yet: " + ask);
    }
}
