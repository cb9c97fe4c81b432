package dev.tradewind.search;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.Rung;
import dev.tradewind.proposer.breeding.TreeBreeding;
import dev.tradewind.search.Ladder.Step;

import java.util.List;

/// Makes the proposers of a campaign's ladder.
final class Proposers {

    private final Campaign campaign;

    Proposers(Campaign campaign) {
        this.campaign = campaign;
    }

    List<Step> steps() {
        return campaign.ladder().rungs().stream().map(this::step).toList();
    }

    private Step step(Rung rung) {
        return switch (rung) {
            case Rung.Breeding(String name, double share) ->
                    new Step(
                            new TreeBreeding(name, campaign.breeding()),
                            share,
                            Integer.MAX_VALUE,
                            false);
            case Rung.Tuning _, Rung.Chat _ ->
                    throw new IllegalStateException("no proposer for " + rung);
        };
    }
}
