package dev.tradewind.law.allocation;

import java.util.List;
import java.util.random.RandomGenerator;

/// Thompson sampling per cost, each rung by itself: its rate is drawn from `Gamma(S + 1/2, n +
/// 1/2)`, Jeffreys' prior for a count with half a proposal of weight, and divided by its mean cost.
final class IndependentThompson implements Allocator {

    private static final double PRIOR = 0.5;

    private final Roster roster;
    private final Tally tally;
    private final Costs costs;
    private final double[] successes;

    IndependentThompson(List<Contender> ladder) {
        roster = new Roster(ladder);
        tally = new Tally(roster.size());
        costs = new Costs(roster);
        successes = new double[roster.size()];
    }

    @Override
    public Allocation next(List<String> open, RandomGenerator random) {
        return new Allocation(
                roster.ranked(open, roster.each(rung -> drawn(rung, random))), List.of());
    }

    private double drawn(int rung, RandomGenerator random) {
        double rate = Draws.gamma(successes[rung] + PRIOR, random) / (tally.asked(rung) + PRIOR);
        return Math.min(1, rate) / costs.mean(rung);
    }

    @Override
    public void launched(String rung) {
        tally.launch(roster.number(rung));
    }

    @Override
    public void observe(Observation observation) {
        int rung = roster.number(observation.rung());
        tally.land(rung);
        costs.observe(rung, observation.cost());
        successes[rung] += observation.level() == Level.BEAT_BEST ? 1 : 0;
    }

    @Override
    public List<Belief> beliefs() {
        return List.of();
    }
}
