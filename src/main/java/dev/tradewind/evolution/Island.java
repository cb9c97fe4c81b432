package dev.tradewind.evolution;

import dev.tradewind.archive.Cluster;
import dev.tradewind.archive.ClusterArchive;
import dev.tradewind.archive.Elite;
import dev.tradewind.archive.ParetoFront;
import dev.tradewind.archive.Placement;
import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Scores;

import java.util.List;

/// One separate population and the front of the validated programs that were offered to it.
final class Island {

    private final Preference preference;
    private final ClusterArchive archive;
    private final ParetoFront<Champion> leaders;

    Island(Fronts fronts, int capacity, List<Champion> founders) {
        preference = fronts.preference();
        archive = new ClusterArchive(preference, capacity);
        founders.forEach(founder -> archive.offer(founder.elite()));
        leaders = fronts.with(founders);
    }

    ClusterArchive archive() {
        return archive;
    }

    /// At least one.
    ParetoFront<Champion> leaders() {
        return leaders;
    }

    Placement offer(Elite elite) {
        return archive.offer(elite);
    }

    /// Above everything that nothing else on the island dominates; of very many the least crowded.
    Bar bar() {
        List<Scores> known =
                archive.clusters().stream()
                        .takeWhile(cluster -> cluster.standing().front() == 0)
                        .map(Cluster::leader)
                        .map(Elite::training)
                        .distinct()
                        .limit(Fronts.CAPACITY)
                        .toList();
        return Bar.above(known, preference);
    }
}
