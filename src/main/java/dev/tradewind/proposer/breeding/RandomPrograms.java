package dev.tradewind.proposer.breeding;

import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

/// Not built yet.
public final class RandomPrograms implements Proposer {

    public RandomPrograms(BreedingSettings settings) {
        throw new UnsupportedOperationException("not built yet: " + settings);
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Proposal propose(Ask ask) {
        throw new UnsupportedOperationException("not built yet: " + ask);
    }
}
