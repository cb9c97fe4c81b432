package dev.tradewind.archive;

import dev.tradewind.evaluation.Signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Elites that did equally well on every training instance (FunSearch, Methods, "Clusters").
///
/// @param elites at least one, best first, which among equals means shortest first
public record Cluster(Signature signature, List<Elite> elites) {

    public Cluster {
        elites = List.copyOf(elites);
        if (elites.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one elite");
        }
    }

    /// The one that speaks for the others.
    public Elite leader() {
        return elites.getFirst();
    }

    /// The training value its elites share.
    public double value() {
        return leader().training().first();
    }

    boolean holds(Elite elite) {
        return elites.stream()
                .anyMatch(kept -> kept.candidate().id().equals(elite.candidate().id()));
    }

    Cluster with(Elite elite, Comparator<Elite> order) {
        List<Elite> more = new ArrayList<>(elites);
        int place = Collections.binarySearch(more, elite, order);
        more.add(place < 0 ? -place - 1 : place, elite);
        return new Cluster(signature, more);
    }

    /// This cluster less its last elite; call it only when that is not the only one.
    Cluster withoutLast() {
        return new Cluster(signature, elites.subList(0, elites.size() - 1));
    }
}
