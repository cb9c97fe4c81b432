package dev.tradewind.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.Direction;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What holds of every archive of clusters whatever is offered to it.
class ArchiveContractTest {

    /// What distinguishes an offer: few values, signatures and lengths, so that ties are common.
    record Offer(int value, int signature, int length) {}

    @Property(tries = 200)
    void never_keeps_more_than_its_capacity(
            @ForAll("offers") List<Offer> offers,
            @ForAll @IntRange(min = 1, max = 12) int capacity,
            @ForAll Direction direction) {
        var archive = new ClusterArchive(Elites.one(direction), capacity);
        for (Elite elite : elites(offers)) {
            archive.offer(elite);
            assertThat(archive.size()).isBetween(1, capacity);
            assertThat(kept(archive)).hasSize(archive.size()).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 200)
    void never_loses_the_best(
            @ForAll("offers") List<Offer> offers,
            @ForAll @IntRange(min = 1, max = 12) int capacity,
            @ForAll Direction direction) {
        var archive = new ClusterArchive(Elites.one(direction), capacity);
        List<Elite> elites = elites(offers);
        elites.forEach(archive::offer);
        assertThat(archive.best())
                .isEqualTo(Collections.min(elites, new BetterFirst(Elites.one(direction))))
                .isEqualTo(archive.clusters().getFirst().leader());
    }

    @Property(tries = 200)
    void orders_clusters_by_leader_and_members_by_length(
            @ForAll("offers") List<Offer> offers, @ForAll Direction direction) {
        var archive = new ClusterArchive(Elites.one(direction), 8);
        elites(offers).forEach(archive::offer);
        var order = new BetterFirst(Elites.one(direction));
        assertThat(archive.clusters().stream().map(Cluster::leader)).isSortedAccordingTo(order);
        assertThat(archive.clusters())
                .allSatisfy(
                        cluster -> {
                            assertThat(cluster.elites()).isSortedAccordingTo(order);
                            assertThat(cluster.elites())
                                    .hasSizeLessThanOrEqualTo(ClusterArchive.CLUSTER_CAPACITY)
                                    .allMatch(e -> e.signature().equals(cluster.signature()));
                        });
    }

    @Property(tries = 200)
    void keeps_the_same_whatever_the_order_of_the_offers(
            @ForAll("offers") List<Offer> offers,
            @ForAll @IntRange(min = 1, max = 12) int capacity,
            @ForAll Direction direction,
            @ForAll long luck) {
        var one = new ClusterArchive(Elites.one(direction), capacity);
        elites(offers).forEach(one::offer);
        List<Elite> shuffled = new ArrayList<>(elites(offers));
        Collections.shuffle(shuffled, new Random(luck));
        var other = new ClusterArchive(Elites.one(direction), capacity);
        shuffled.forEach(other::offer);
        assertThat(other.clusters()).isEqualTo(one.clusters());
    }

    @Property(tries = 200)
    void says_truly_whether_an_offer_was_kept(
            @ForAll("offers") List<Offer> offers,
            @ForAll @IntRange(min = 1, max = 6) int capacity,
            @ForAll Direction direction) {
        var archive = new ClusterArchive(Elites.one(direction), capacity);
        for (Elite elite : elites(offers)) {
            int clusters = archive.clusters().size();
            boolean known =
                    archive.clusters().stream()
                            .anyMatch(cluster -> cluster.signature().equals(elite.signature()));
            switch (archive.offer(elite)) {
                case Placement.NewCluster() -> {
                    assertThat(known).isFalse();
                    assertThat(kept(archive)).contains(elite);
                }
                case Placement.JoinedCluster() -> {
                    assertThat(known).isTrue();
                    assertThat(kept(archive)).contains(elite);
                    assertThat(archive.clusters()).hasSizeLessThanOrEqualTo(clusters);
                }
                case Placement.NotKept() -> assertThat(kept(archive)).doesNotContain(elite);
            }
        }
    }

    @Property(tries = 100)
    void a_second_offer_of_the_same_changes_nothing(
            @ForAll("offers") List<Offer> offers, @ForAll Direction direction) {
        var archive = new ClusterArchive(Elites.one(direction), 6);
        List<Elite> elites = elites(offers);
        elites.forEach(archive::offer);
        List<Cluster> before = List.copyOf(archive.clusters());
        assertThat(elites.stream().map(archive::offer))
                .allMatch(placement -> placement instanceof Placement.NotKept);
        assertThat(archive.clusters()).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<Offer>> offers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(4, 9))
                .as(Offer::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    /// Flights numbered from 1; equal signatures imply equal values, as in a run.
    private static List<Elite> elites(List<Offer> offers) {
        return IntStream.range(0, offers.size())
                .mapToObj(at -> elite(at + 1, offers.get(at)))
                .toList();
    }

    private static Elite elite(long flight, Offer offer) {
        int signature = 10 * offer.value() + offer.signature();
        return Elites.of(flight, offer.value(), signature, offer.length());
    }

    private static List<Elite> kept(ClusterArchive archive) {
        return archive.clusters().stream().flatMap(cluster -> cluster.elites().stream()).toList();
    }
}
