package dev.tradewind.evolution;

import dev.tradewind.archive.Cluster;
import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Direction;

import java.util.List;
import java.util.random.RandomGenerator;

/// Draws a cluster of an island by its scores: with one objective by its value; with several by its
/// front, and of two that are drawn the one from the better front, or on the same front the less
/// crowded one (the tournament of Deb et al. 2002, "NSGA-II").
record Choice(Preference preference, Draw draw) {

    /// @param bestFirst at least one
    Cluster cluster(List<Cluster> bestFirst, RandomGenerator random) {
        if (!preference.several()) {
            Direction direction = preference.objectives().getFirst().direction();
            return draw.from(bestFirst, one -> direction.ascending(one.value()), random);
        }
        Cluster one = byFront(bestFirst, random);
        Cluster other = byFront(bestFirst, random);
        return one.standing().compareTo(other.standing()) <= 0 ? one : other;
    }

    private Cluster byFront(List<Cluster> bestFirst, RandomGenerator random) {
        return draw.from(bestFirst, cluster -> -cluster.standing().front(), random);
    }
}
