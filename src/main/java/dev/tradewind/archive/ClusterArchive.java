package dev.tradewind.archive;

import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One island's elites in clusters of equal signature (FunSearch, Methods, "Clusters").
///
/// It keeps the elites of the best [Standing], of equals the shorter and then the earlier, at most
/// [#CLUSTER_CAPACITY] of a cluster and at most its capacity altogether. With one objective the
/// same distinct programs leave the same archive whatever the order of their offers; with several,
/// as long as nothing had to give way for want of room. Of two offers of one program the first
/// stands.
public final class ClusterArchive {

    /// Most elites of one cluster. They do the same, so a few short ones are worth a parent's
    /// place.
    public static final int CLUSTER_CAPACITY = 4;

    private final int capacity;
    private final Preference preference;
    private final Comparator<Elite> order;

    /// Every elite kept, best first.
    private List<Elite> ranking = List.of();

    /// Every cluster, the one with the best leader first.
    private List<Cluster> clusters = List.of();

    /// For looking up only, never iterated.
    private final Map<Signature, Cluster> bySignature = new HashMap<>();

    /// An empty archive.
    ///
    /// @param preference between scores
    /// @param capacity most elites it keeps, 1 or more
    public ClusterArchive(Preference preference, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "an archive keeps at least 1 elite, not " + capacity);
        }
        this.capacity = capacity;
        this.preference = preference;
        order = new BetterFirst(preference);
    }

    /// Takes the elite in when it is better than what it would replace, and says where it went.
    public Placement offer(Elite elite) {
        Cluster cluster = bySignature.get(elite.signature());
        if (cluster == null) {
            return kept(elite, List.of()) ? new Placement.NewCluster() : new Placement.NotKept();
        }
        if (cluster.holds(elite)) {
            return new Placement.NotKept();
        }
        List<Elite> full =
                cluster.elites().size() < CLUSTER_CAPACITY
                        ? List.of()
                        : List.of(cluster.elites().getLast());
        boolean better = full.stream().allMatch(last -> order.compare(elite, last) < 0);
        return better && kept(elite, full)
                ? new Placement.JoinedCluster()
                : new Placement.NotKept();
    }

    /// Takes an elite in for others, within the capacity; whether it survived that.
    private boolean kept(Elite elite, List<Elite> instead) {
        if (instead.isEmpty() && last(elite)) {
            return false;
        }
        List<Elite> all = new ArrayList<>(ranking);
        all.removeAll(instead);
        all.add(elite);
        List<Ranked> ranked = ranked(all);
        if (ranked.size() > capacity && ranked.getLast().elite().equals(elite)) {
            return false;
        }
        keep(ranked.subList(0, Math.min(capacity, ranked.size())));
        return true;
    }

    /// Whether there is no room for an elite that comes after all others for sure. With several
    /// objectives that takes sorting; with one, a look at the last of them, and most offers end so.
    private boolean last(Elite elite) {
        return !preference.several()
                && ranking.size() >= capacity
                && order.compare(ranking.getLast(), elite) < 0;
    }

    private record Ranked(Elite elite, Standing standing) {}

    private List<Ranked> ranked(List<Elite> all) {
        List<Scores> scores = all.stream().map(Elite::training).toList();
        List<Standing> standings = Standing.of(preference, scores);
        return IntStream.range(0, all.size())
                .mapToObj(at -> new Ranked(all.get(at), standings.get(at)))
                .sorted(Comparator.comparing(Ranked::standing).thenComparing(Ranked::elite, order))
                .toList();
    }

    private void keep(List<Ranked> ranked) {
        ranking = ranked.stream().map(Ranked::elite).toList();
        Map<Signature, List<Ranked>> groups = new LinkedHashMap<>();
        ranked.forEach(
                one ->
                        groups.computeIfAbsent(one.elite().signature(), _ -> new ArrayList<>())
                                .add(one));
        clusters = groups.values().stream().map(ClusterArchive::cluster).toList();
        bySignature.clear();
        clusters.forEach(cluster -> bySignature.put(cluster.signature(), cluster));
    }

    private static Cluster cluster(List<Ranked> group) {
        Ranked first = group.getFirst();
        return new Cluster(
                first.elite().signature(),
                first.standing(),
                group.stream().map(Ranked::elite).toList());
    }

    /// The elite no other is better than: of several on the first front the least crowded.
    ///
    /// @throws java.util.NoSuchElementException while the archive is empty
    public Elite best() {
        return ranking.getFirst();
    }

    /// How many elites it keeps.
    public int size() {
        return ranking.size();
    }

    /// Its clusters, the one with the best leader first: as they are now.
    public List<Cluster> clusters() {
        return clusters;
    }
}
