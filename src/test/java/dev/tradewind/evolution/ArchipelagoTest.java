package dev.tradewind.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.archive.Cluster;
import dev.tradewind.archive.Elite;
import dev.tradewind.archive.Elites;
import dev.tradewind.archive.Placement;
import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ArchipelagoTest {

    private static final Preference EXCESS = Preference.of(Objective.minimise("excess", "%"));
    private static final Champion SEED = new Champion(Elites.alone(0, 5), Scores.of(5));
    private static final EvolutionSettings SETTINGS = new EvolutionSettings(4, 20, 10, 1, 0.4);

    private final Archipelago archipelago = new Archipelago(SETTINGS, EXCESS, SEED);

    @Test
    void starts_with_the_seed_on_every_island_and_as_champion() {
        assertThat(archipelago.champion()).isEqualTo(SEED);
        assertThat(IntStream.range(0, 4).mapToObj(archipelago::clusters))
                .hasSize(4)
                .allSatisfy(c -> assertThat(elites(c)).containsExactly(SEED.elite()));
    }

    @Test
    void the_champion_goes_by_validation_not_by_training() {
        assertThat(validated(0, Elites.alone(1, 4), 4.5).champion()).isTrue();
        assertThat(validated(0, Elites.alone(2, 3), 4.6).champion()).isFalse();
        assertThat(archipelago.champion().elite().flight()).isEqualTo(1);
        assertThat(validated(1, Elites.alone(3, 4.9), 4.4).champion()).isTrue();
        assertThat(archipelago.champion().elite().flight()).isEqualTo(3);
    }

    @Test
    void equal_champions_are_told_apart_by_training_then_length_then_age() {
        validated(0, Elites.of(5, 4, 5, 20), 4.5);
        assertThat(validated(0, Elites.of(6, 4, 6, 20), 4.5).champion()).isFalse();
        assertThat(validated(0, Elites.of(7, 4, 7, 30), 4.5).champion()).isFalse();
        assertThat(validated(1, Elites.of(8, 4, 8, 15), 4.5).champion()).isTrue();
        assertThat(validated(1, Elites.of(9, 3.9, 9, 40), 4.5).champion()).isTrue();
    }

    @Test
    void a_candidate_that_was_not_validated_is_kept_but_never_called_the_best() {
        var arrival = archipelago.settle(2, Elites.alone(1, 1), new Check.NotValidated());
        assertThat(arrival).isEqualTo(new Arrival(new Placement.NewCluster(), false, List.of()));
        assertThat(elites(archipelago.clusters(2)).getFirst().flight()).isEqualTo(1);
        assertThat(elites(archipelago.clusters(1))).containsExactly(SEED.elite());
    }

    @Test
    void the_bar_is_just_above_the_best_of_the_island() {
        validated(1, Elites.alone(1, 4), 6);
        assertThat(bar(archipelago, 0)).isLessThan(5).isGreaterThan(5 - 1e-9);
        assertThat(bar(archipelago, 1)).isLessThan(4).isGreaterThan(4 - 1e-9);
        var growing =
                new Archipelago(SETTINGS, Preference.of(Objective.maximise("size", "1")), SEED);
        assertThat(bar(growing, 0)).isGreaterThan(5).isLessThan(5 + 1e-9);
    }

    @Test
    void stagnation_restarts_the_weaker_half_from_leaders_of_the_stronger() {
        validated(0, Elites.alone(10, 2), 4.6);
        validated(1, Elites.alone(11, 4), 4.1);
        validated(2, Elites.alone(12, 4), 4.7);
        validated(3, Elites.alone(13, 4), 4.0);
        assertThat(ignoredFlights(9)).allMatch(List::isEmpty);
        var arrival = archipelago.settle(2, Elites.alone(14, 4.2), new Check.NotValidated());
        assertThat(arrival.placement()).isEqualTo(new Placement.NewCluster());
        assertThat(arrival.restarted()).containsExactly(0, 2);
        assertThat(flights(2)).containsExactly(13L);
        assertThat(flights(0)).containsExactly(11L);
        assertThat(flights(1)).containsExactly(11L, 0L);
        assertThat(flights(3)).containsExactly(13L, 0L);
        assertThat(archipelago.champion().elite().flight()).isEqualTo(13);
        assertThat(ignoredFlights(9)).allMatch(List::isEmpty);
        assertThat(archipelago.ignored()).hasSize(2);
    }

    @Test
    void a_better_champion_puts_the_restart_off() {
        ignoredFlights(9);
        assertThat(validated(0, Elites.alone(1, 4), 4).restarted()).isEmpty();
        assertThat(ignoredFlights(9)).allMatch(List::isEmpty);
        assertThat(archipelago.ignored()).isNotEmpty();
    }

    @Test
    void of_an_odd_number_of_islands_the_smaller_half_restarts_and_one_alone_never() {
        assertThat(restartedOf(1)).isEmpty();
        assertThat(restartedOf(2)).containsExactly(1);
        assertThat(restartedOf(5)).containsExactly(3, 4);
    }

    @Test
    void every_island_has_the_same_chance() {
        RandomGenerator random = Streams.generator(3);
        long[] counts = new long[4];
        for (int at = 0; at < 20_000; at++) {
            counts[archipelago.parents(random).island()]++;
        }
        assertThat(new ChiSquareTest().chiSquareTest(new double[] {1, 1, 1, 1}, counts))
                .isGreaterThan(0.001);
    }

    @Test
    void crossover_has_its_share_and_takes_two_clusters_the_better_first() {
        RandomGenerator random = Streams.generator(4);
        var calm = new Archipelago(new EvolutionSettings(4, 20, 1_000, 1, 0.4), EXCESS, SEED);
        for (int flight = 1; flight <= 80; flight++) {
            calm.settle(
                    flight % 4,
                    Elites.of(flight, 0.5 + flight % 7, 100 + flight % 7, 20 + flight),
                    new Check.NotValidated());
        }
        int pairs = 0;
        for (int at = 0; at < 20_000; at++) {
            List<Elite> elites = calm.parents(random).elites();
            if (elites.size() == 2) {
                pairs++;
                assertThat(elites.getFirst().training().first())
                        .isLessThan(elites.getLast().training().first());
            }
        }
        assertThat(pairs).isBetween(7_700, 8_300);
    }

    @Test
    void an_island_of_one_cluster_gives_one_parent() {
        RandomGenerator random = Streams.generator(5);
        assertThat(Stream.generate(() -> archipelago.parents(random)).limit(200))
                .allMatch(parents -> parents.elites().equals(List.of(SEED.elite())));
    }

    @Test
    void the_same_settlements_and_randomness_leave_the_same_archipelago() {
        assertThat(story(8)).isEqualTo(story(8)).isNotEqualTo(story(9));
    }

    /// Everything that happens in five hundred made-up flights.
    private static List<Object> story(long seed) {
        var archipelago = new Archipelago(SETTINGS, EXCESS, SEED);
        List<Object> told = new ArrayList<>();
        for (long flight = 1; flight <= 500; flight++) {
            RandomGenerator random = Streams.generator(Streams.stream(seed, "story", flight));
            Parents parents = archipelago.parents(random);
            told.add(parents);
            double value = parents.elites().getFirst().training().first() + random.nextGaussian();
            Elite child = Elites.alone(flight, value);
            Check check =
                    value <= bar(archipelago, parents.island())
                            ? new Check.Validated(Scores.of(value + random.nextGaussian()))
                            : new Check.NotValidated();
            told.add(archipelago.settle(parents.island(), child, check));
        }
        told.add(archipelago.champion());
        IntStream.range(0, archipelago.islands())
                .mapToObj(archipelago::clusters)
                .map(List::copyOf)
                .forEach(told::add);
        return told;
    }

    /// The value to be reached.
    private static double bar(Archipelago archipelago, int island) {
        return archipelago.bar(island).scores().getFirst().first();
    }

    private static List<Integer> restartedOf(int islands) {
        var some = new Archipelago(new EvolutionSettings(islands, 20, 1, 1, 0.4), EXCESS, SEED);
        return some.ignored();
    }

    private Arrival validated(int island, Elite elite, double validation) {
        return archipelago.settle(island, elite, new Check.Validated(Scores.of(validation)));
    }

    private List<List<Integer>> ignoredFlights(int count) {
        return Stream.generate(archipelago::ignored).limit(count).toList();
    }

    private List<Long> flights(int island) {
        return elites(archipelago.clusters(island)).stream().map(Elite::flight).toList();
    }

    private static List<Elite> elites(List<Cluster> clusters) {
        return clusters.stream().flatMap(cluster -> cluster.elites().stream()).toList();
    }
}
