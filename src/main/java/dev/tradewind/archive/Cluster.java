package dev.tradewind.archive;

import dev.tradewind.evaluation.Signature;

import java.util.List;

/// Elites that did equally well on every training instance (FunSearch, Methods, "Clusters").
///
/// @param standing of their common scores in their archive
/// @param elites at least one, best first, which among equals means shortest first
public record Cluster(Signature signature, Standing standing, List<Elite> elites) {

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

    /// The first training value, which its elites share.
    public double value() {
        return leader().training().first();
    }

    boolean holds(Elite elite) {
        return elites.stream()
                .anyMatch(kept -> kept.candidate().id().equals(elite.candidate().id()));
    }
}
