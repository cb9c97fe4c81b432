package dev.tradewind.law.allocation;

import java.util.List;
import java.util.random.RandomGenerator;

/// UCB1 (Auer, Cesa-Bianchi and Fischer, 2002): the mean reward, 1 for beating the best, plus `√(2
/// ln n / n_i)`; each rung once at first. Proposals in flight count as failed.
final class UpperBound implements Allocator {

    private final Roster roster;
    private final Tally tally;
    private final Costs costs;
    private final double[] successes;
    private final boolean perCost;

    /// @param perCost whether the bound is divided by a rung's mean cost
    UpperBound(List<Contender> ladder, boolean perCost) {
        roster = new Roster(ladder);
        tally = new Tally(roster.size());
        costs = new Costs(roster);
        successes = new double[roster.size()];
        this.perCost = perCost;
    }

    @Override
    public Allocation next(List<String> open, RandomGenerator random) {
        return new Allocation(roster.ranked(open, roster.each(this::bound)), List.of());
    }

    private double bound(int rung) {
        double asked = tally.asked(rung);
        if (asked == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double bound = successes[rung] / asked + Math.sqrt(2 * Math.log(tally.asked()) / asked);
        return perCost ? bound / costs.mean(rung) : bound;
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
