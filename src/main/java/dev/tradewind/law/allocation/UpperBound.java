package dev.tradewind.law.allocation;

import java.util.List;
import java.util.random.RandomGenerator;

/// UCB1 (Auer, Cesa-Bianchi and Fischer, 2002): the mean reward, 1 for beating the best, plus `√(2
/// ln n / n_i)`; each rung once at first. Proposals in flight count as failed.
final class UpperBound implements Allocator {

    private final Roster roster;
    private final Standings standings;
    private final boolean perCost;

    /// @param perCost whether the bound is divided by a rung's mean cost
    UpperBound(List<Contender> ladder, boolean perCost) {
        roster = new Roster(ladder);
        standings = new Standings(roster);
        this.perCost = perCost;
    }

    @Override
    public Allocation next(List<String> open, RandomGenerator random) {
        return new Allocation(roster.ranked(open, roster.each(this::bound)), List.of());
    }

    private double bound(int rung) {
        double asked = standings.tally().asked(rung);
        if (asked == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double bound =
                standings.successes(rung) / asked
                        + Math.sqrt(2 * Math.log(standings.tally().asked()) / asked);
        return perCost ? bound / standings.cost(rung) : bound;
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
