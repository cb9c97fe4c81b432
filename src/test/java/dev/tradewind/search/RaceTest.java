package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.bench.race.Contestant;
import dev.tradewind.bench.race.HeatFile;
import dev.tradewind.bench.race.Lanes;
import dev.tradewind.bench.race.Place;
import dev.tradewind.bench.race.Race;
import dev.tradewind.bench.race.RaceDocument;
import dev.tradewind.bench.race.Result;
import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.evaluation.Executable;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.comparison.Paired;
import dev.tradewind.report.Environment;
import dev.tradewind.report.Plot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Races on a task without processes.
final class RaceTest {

    private static final Ladder TWO =
            new Ladder(
                    List.of(
                            new Rung.Breeding("breeding", 1),
                            new Rung.Breeding("breeding:8", 1, 8)),
                    16,
                    "",
                    64,
                    Policy.LAW);

    @TempDir Path folder;

    private final List<String> finished = new ArrayList<>();

    private static Race race(int seeds, boolean fixed) {
        return new Race(
                Lights.campaign(60).withLadder(TWO).withJobs(1),
                Contestant.of(TWO, List.of(Policy.UNIFORM), fixed),
                seeds);
    }

    private Path file() {
        return folder.resolve("race.jsonl");
    }

    /// @param enough finished runs after which it is interrupted
    private void run(Race race, int enough) throws IOException, InterruptedException {
        Stop stop = new Stop();
        Lanes.Listener listener =
                (contestant, seed, done, all) -> {
                    finished.add("%d/%d %s %d".formatted(done, all, contestant, seed));
                    if (finished.size() == enough) {
                        stop.request();
                    }
                };
        lanes(_ -> {}, listener, stop).run(race, HeatFile.open(file()));
    }

    private static Lanes lanes(Consumer<Executable> delay, Lanes.Listener listener, Stop stop) {
        return new Lanes(1, _ -> Lights.assembly(delay), listener, stop);
    }

    private RaceDocument document(Race race) throws IOException {
        return RaceDocument.of(
                Result.of(race, HeatFile.open(file()), null), Environment.here("none"));
    }

    @Test
    void every_contestant_runs_every_seed_and_takes_its_turn_at_going_first()
            throws IOException, InterruptedException {
        run(race(2, false), Integer.MAX_VALUE);
        assertThat(finished)
                .containsExactly("1/4 law 1", "2/4 uniform 1", "3/4 uniform 2", "4/4 law 2");
    }

    @Test
    void each_is_compared_with_the_law_seed_by_seed() throws IOException, InterruptedException {
        Race race = race(3, true);
        run(race, Integer.MAX_VALUE);
        List<Place> places = document(race).places();
        assertThat(places)
                .extracting(Place::contestant)
                .containsExactly("law", "uniform", "always breeding", "always breeding:8");
        assertThat(places).allMatch(place -> place.evaluations() == 60 && place.cpuSeconds() > 0);
        Place law = places.getFirst();
        assertThat(law.difference()).isNull();
        Place last = places.getLast();
        Paired off = Objects.requireNonNull(last.difference());
        assertThat(off.mean()).isCloseTo(last.mean() - law.mean(), within(1e-9));
        assertThat(last.better()).isEqualTo(off.below());
        assertThat(last.worse()).isEqualTo(off.above());
    }

    @Test
    void half_of_all_reach_the_median_of_each_seed() throws IOException, InterruptedException {
        Race race = race(2, true);
        run(race, Integer.MAX_VALUE);
        RaceDocument document = document(race);
        assertThat(document.targets()).hasSize(2);
        int reached = document.places().stream().mapToInt(Place::reached).sum();
        assertThat(reached).isBetween(4, 8);
        Result lofty = Result.of(race, HeatFile.open(file()), -1.0);
        assertThat(RaceDocument.of(lofty, Environment.here("none")).places())
                .allMatch(place -> place.reached() == 0);
    }

    @Test
    void a_race_that_was_interrupted_goes_on_where_it_was()
            throws IOException, InterruptedException {
        Race race = race(2, false);
        run(race, 3);
        assertThat(Result.over(race, HeatFile.open(file()))).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> document(race))
                .withMessage("law has not run seed 2");
        String before = Files.readString(file());
        run(race, Integer.MAX_VALUE);
        assertThat(finished).hasSize(4).last().isEqualTo("4/4 law 2");
        assertThat(file()).content().startsWith(before);
        run(race, Integer.MAX_VALUE);
        assertThat(finished).hasSize(4);
    }

    @Test
    void more_seeds_keep_those_that_have_run() throws IOException, InterruptedException {
        run(race(2, false), Integer.MAX_VALUE);
        run(race(3, false), Integer.MAX_VALUE);
        assertThat(finished).hasSize(6).last().isEqualTo("6/6 uniform 3");
    }

    @Test
    void what_is_forgotten_runs_again() throws IOException, InterruptedException {
        Race race = race(2, false);
        run(race, Integer.MAX_VALUE);
        HeatFile kept = HeatFile.open(file());
        kept.forget(race);
        assertThat(HeatFile.open(file()).count(race)).isZero();
    }

    @Test
    void another_budget_is_another_race() throws IOException, InterruptedException {
        run(race(2, false), Integer.MAX_VALUE);
        Race longer =
                new Race(
                        Lights.campaign(61).withLadder(TWO).withJobs(1),
                        race(2, false).contestants(),
                        2);
        assertThat(HeatFile.open(file()).count(longer)).isZero();
    }

    @Test
    void lanes_side_by_side_make_the_same_race() throws IOException, InterruptedException {
        Race race = race(2, true);
        AtomicInteger done = new AtomicInteger();
        Lanes.Listener counting = (_, _, _, _) -> done.incrementAndGet();
        new Lanes(2, _ -> Lights.assembly(_ -> {}), counting, new Stop())
                .run(race, HeatFile.open(file()));
        assertThat(done).hasValue(8);
        assertThat(Result.over(race, HeatFile.open(file()))).isTrue();
    }

    @Test
    void a_fault_ends_the_race_and_keeps_what_is_finished()
            throws IOException, InterruptedException {
        Race race = race(2, false);
        AtomicInteger finishedRuns = new AtomicInteger();
        Consumer<Executable> breaking =
                _ -> {
                    if (finishedRuns.get() == 2) {
                        throw new EvaluatorFault("the scorer is broken");
                    }
                };
        Lanes lanes = lanes(breaking, (_, _, _, _) -> finishedRuns.incrementAndGet(), new Stop());
        assertThatExceptionOfType(EvaluatorFault.class)
                .isThrownBy(() -> lanes.run(race, HeatFile.open(file())))
                .withMessage("the scorer is broken");
        assertThat(HeatFile.open(file()).count(race)).isEqualTo(2);
    }

    @Test
    void a_line_for_each_contestant_is_drawn() throws IOException, InterruptedException {
        Race race = race(2, true);
        run(race, Integer.MAX_VALUE);
        Plot plot = Result.of(race, HeatFile.open(file()), null).plot();
        assertThat(plot.title()).isEqualTo("sum, mean of 2 seeds");
        assertThat(plot.series())
                .extracting(Plot.Series::name)
                .containsExactly("law", "uniform", "always breeding", "always breeding:8");
        assertThat(plot.svg()).contains("processor seconds");
    }
}
