package dev.tradewind.archive;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// One island's elites in clusters of equal signature (FunSearch, Methods, "Clusters").
///
/// It keeps the best elites in the order of [BetterFirst], at most [#CLUSTER_CAPACITY] of a cluster
/// and at most its capacity altogether. The same distinct programs leave the same archive whatever
/// the order of their offers; of two offers of one program the first stands.
public final class ClusterArchive {

    /// Most elites of one cluster. They do the same, so a few short ones are worth a parent's
    /// place.
    public static final int CLUSTER_CAPACITY = 4;

    private final int capacity;
    private final Comparator<Elite> order;
    private final Comparator<Cluster> byLeader;

    /// Every elite kept, best first.
    private final NavigableSet<Elite> ranking;

    /// Every cluster, the one with the best leader first.
    private final List<Cluster> clusters = new ArrayList<>();

    /// For looking up only, never iterated.
    private final Map<Signature, Cluster> bySignature = new HashMap<>();

    /// An empty archive.
    ///
    /// @param direction which way the first objective improves
    /// @param capacity most elites it keeps, 1 or more
    public ClusterArchive(Direction direction, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "an archive keeps at least 1 elite, not " + capacity);
        }
        this.capacity = capacity;
        order = new BetterFirst(direction);
        byLeader = Comparator.comparing(Cluster::leader, order);
        ranking = new TreeSet<>(order);
    }

    /// Takes the elite in when it is better than what it would replace, and says where it went.
    public Placement offer(Elite elite) {
        Cluster cluster = bySignature.get(elite.signature());
        if (cluster == null) {
            return open(elite);
        }
        return cluster.holds(elite) ? new Placement.NotKept() : join(elite, cluster);
    }

    private Placement open(Elite elite) {
        insert(new Cluster(elite.signature(), List.of(elite)));
        ranking.add(elite);
        return shrunkWithout(elite) ? new Placement.NewCluster() : new Placement.NotKept();
    }

    private Placement join(Elite elite, Cluster cluster) {
        replace(cluster, cluster.with(elite, order));
        ranking.add(elite);
        return shrunkWithout(elite) ? new Placement.JoinedCluster() : new Placement.NotKept();
    }

    /// Brings the archive back within its bounds; whether the newcomer survived that.
    private boolean shrunkWithout(Elite newcomer) {
        Cluster joined = cluster(newcomer);
        if (joined.elites().size() > CLUSTER_CAPACITY) {
            drop(joined.elites().getLast());
        }
        if (ranking.size() > capacity) {
            drop(ranking.last());
        }
        return ranking.contains(newcomer);
    }

    /// Lets the last elite of a cluster go. The worst elite of all is the last of its cluster too.
    private void drop(Elite elite) {
        ranking.remove(elite);
        Cluster cluster = cluster(elite);
        if (cluster.elites().size() > 1) {
            replace(cluster, cluster.withoutLast());
        } else {
            remove(cluster);
        }
    }

    private Cluster cluster(Elite elite) {
        Cluster cluster = bySignature.get(elite.signature());
        if (cluster == null) {
            throw new IllegalStateException("no cluster of flight " + elite.flight());
        }
        return cluster;
    }

    private void replace(Cluster before, Cluster after) {
        remove(before);
        insert(after);
    }

    private void remove(Cluster cluster) {
        clusters.remove(Collections.binarySearch(clusters, cluster, byLeader));
        bySignature.remove(cluster.signature());
    }

    private void insert(Cluster cluster) {
        clusters.add(-1 - Collections.binarySearch(clusters, cluster, byLeader), cluster);
        bySignature.put(cluster.signature(), cluster);
    }

    /// The elite no other is better than.
    ///
    /// @throws java.util.NoSuchElementException while the archive is empty
    public Elite best() {
        return ranking.first();
    }

    /// How many elites it keeps.
    public int size() {
        return ranking.size();
    }

    /// Its clusters, the one with the best leader first: a live view, not to be kept.
    public List<Cluster> clusters() {
        return Collections.unmodifiableList(clusters);
    }
}
