package dev.tradewind.law.allocation;

import java.util.List;
import java.util.random.RandomGenerator;

/// Thompson sampling per cost, each rung by itself: its rate is drawn from `Gamma(S + 1/2, n +
/// 1/2)`, Jeffreys' prior for a count with half a proposal of weight, and divided by its mean cost.
final class IndependentThompson implements Allocator {

    private static final double PRIOR = 0.5;

    private final Roster roster;
    private final Standings standings;

    IndependentThompson(List<Contender> ladder) {
        roster = new Roster(ladder);
        standings = new Standings(roster);
    }

    @Override
    public Allocation next(List<String> open, RandomGenerator random) {
        return new Allocation(
                roster.ranked(open, roster.each(rung -> drawn(rung, random))), List.of());
    }

    private double drawn(int rung, RandomGenerator random) {
        double rate =
                Draws.gamma(standings.successes(rung) + PRIOR, random)
                        / (standings.tally().asked(rung) + PRIOR);
        return Math.min(1, rate) / standings.cost(rung);
    }

    @Override
    public void launched(String rung) {
        standings.launched(rung);
    }

    @Override
    public void observe(Observation observation) {
        standings.observe(observation);
    }
}
