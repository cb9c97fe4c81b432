package dev.tradewind.law.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// An asymmetric upper confidence bound as ShinkaEvolve (arXiv:2509.19349) publishes it, re-stated
/// from its description: rewards `exp(max(gain, 0)) - 1`, sums that decay by 0.95 with every
/// proposal, exploration 1, one proposal in five at random; a blend with cheapness on request.
///
/// Rewards are scaled to the largest mean, so that the bound has the scale it is explored on. Its
/// exploration is not tuned for rare events.
final class BlendedBound implements Allocator {

    private static final double DECAY = 0.95;
    private static final double RANDOM = 0.2;
    private static final double EXPLORATION = 1;

    /// Gains beyond this count as this: the reward stays finite.
    private static final double LARGEST = 100;

    private final Roster roster;
    private final Standings standings;
    private final double[] rewards;
    private final double[] counts;
    private final double costWeight;

    /// @param costWeight 0 looks at rewards only, 1 at costs only
    BlendedBound(List<Contender> ladder, double costWeight) {
        roster = new Roster(ladder);
        standings = new Standings(roster);
        rewards = new double[roster.size()];
        counts = new double[roster.size()];
        this.costWeight = costWeight;
    }

    @Override
    public Allocation next(List<String> open, RandomGenerator random) {
        boolean atRandom = random.nextDouble() < RANDOM;
        double[] merits = roster.each(atRandom ? _ -> random.nextDouble() : this::bound);
        return new Allocation(roster.ranked(open, merits), List.of());
    }

    private double bound(int rung) {
        double asked = counts[rung] + standings.tally().inFlight(rung);
        if (asked == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double all = Arrays.stream(counts).sum() + 1;
        double bound = reward(rung) + EXPLORATION * Math.sqrt(2 * Math.log(all) / asked);
        return (1 - costWeight) * bound + costWeight * cheapness(rung);
    }

    private double reward(int rung) {
        double most = 0;
        for (int each = 0; each < rewards.length; each++) {
            most = Math.max(most, mean(each));
        }
        return most > 0 ? mean(rung) / most : 0;
    }

    private double mean(int rung) {
        return counts[rung] > 0 ? rewards[rung] / counts[rung] : 0;
    }

    /// 1 for the cheapest, towards 0 for dear ones.
    private double cheapness(int rung) {
        double least = Arrays.stream(roster.each(standings::cost)).min().orElseThrow();
        return least / standings.cost(rung);
    }

    @Override
    public void launched(String rung) {
        standings.launched(rung);
    }

    @Override
    public void observe(Observation observation) {
        int rung = roster.number(observation.rung());
        standings.observe(observation);
        Arrays.setAll(rewards, each -> rewards[each] * DECAY);
        Arrays.setAll(counts, each -> counts[each] * DECAY);
        rewards[rung] += Math.expm1(Math.min(observation.gain(), LARGEST));
        counts[rung]++;
    }
}
