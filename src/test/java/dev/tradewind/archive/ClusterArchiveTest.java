package dev.tradewind.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradewind.evaluation.Direction;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.NoSuchElementException;

class ClusterArchiveTest {

    private final ClusterArchive archive = new ClusterArchive(Elites.one(Direction.MINIMISE), 5);

    @Test
    void programs_that_did_equally_well_everywhere_share_a_cluster() {
        assertThat(archive.offer(Elites.of(1, 4.0, 77, 20))).isEqualTo(new Placement.NewCluster());
        assertThat(archive.offer(Elites.of(2, 4.0, 77, 30)))
                .isEqualTo(new Placement.JoinedCluster());
        assertThat(archive.offer(Elites.of(3, 4.0, 78, 20))).isEqualTo(new Placement.NewCluster());
        assertThat(archive.clusters()).hasSize(2);
    }

    @Test
    void a_full_cluster_keeps_its_shortest() {
        for (int flight = 1; flight <= 6; flight++) {
            archive.offer(Elites.of(flight, 4.0, 77, 20 - flight));
        }
        assertThat(archive.offer(Elites.of(7, 4.0, 77, 20))).isEqualTo(new Placement.NotKept());
        assertThat(archive.clusters().getFirst().elites().stream().map(Elite::flight))
                .containsExactly(6L, 5L, 4L, 3L);
    }

    @Test
    void a_full_archive_lets_the_worst_go() {
        for (int flight = 1; flight <= 5; flight++) {
            archive.offer(Elites.alone(flight, flight));
        }
        assertThat(archive.offer(Elites.alone(6, 2.5))).isEqualTo(new Placement.NewCluster());
        assertThat(archive.offer(Elites.alone(7, 9))).isEqualTo(new Placement.NotKept());
        assertThat(archive.clusters().stream().map(Cluster::value))
                .containsExactly(1.0, 2.0, 2.5, 3.0, 4.0);
    }

    @Test
    void between_equal_scores_the_longest_goes_then_the_latest() {
        var one = new ClusterArchive(Elites.one(Direction.MAXIMISE), 2);
        one.offer(Elites.of(1, 4.0, 1, 30));
        one.offer(Elites.of(2, 4.0, 2, 20));
        one.offer(Elites.of(3, 4.0, 3, 20));
        assertThat(one.clusters().stream().map(cluster -> cluster.leader().flight()))
                .containsExactly(2L, 3L);
        assertThat(one.offer(Elites.of(4, 4.0, 4, 20))).isEqualTo(new Placement.NotKept());
    }

    @Test
    void the_same_program_is_kept_once_under_its_first_flight() {
        archive.offer(Elites.of(1, 4.0, 77, "same"));
        assertThat(archive.offer(Elites.of(2, 4.0, 77, "same"))).isEqualTo(new Placement.NotKept());
        assertThat(archive.best().flight()).isEqualTo(1);
        assertThat(archive.size()).isEqualTo(1);
    }

    @Test
    void there_is_no_best_of_nothing() {
        assertThat(archive.clusters()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(archive::best);
    }

    @Test
    void a_capacity_below_one_is_refused_with_its_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterArchive(Elites.one(Direction.MINIMISE), 0))
                .withMessageContaining("0");
    }

    @Test
    void a_view_of_the_clusters_cannot_be_written_to() {
        archive.offer(Elites.alone(1, 4));
        List<Cluster> view = archive.clusters();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> view.removeFirst());
    }
}
