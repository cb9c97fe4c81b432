package dev.tradewind.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Marks;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// Volumes one can work out by hand.
final class HypervolumeTest {

    private static final Objective WIDE = Objective.maximise("width", "m");
    private static final Objective HIGH = Objective.maximise("height", "m");
    private static final Objective DEEP = Objective.maximise("depth", "m");

    private static Reference origin(Objective... objectives) {
        double[] zeros = new double[objectives.length];
        return Reference.of(new Preference(List.of(objectives)), scores(zeros));
    }

    private static Scores scores(double... values) {
        return new Scores(Arrays.stream(values).boxed().toList());
    }

    private static double volume(Reference reference, List<Scores> scores) {
        Hypervolume volume = Hypervolume.above(reference);
        scores.forEach(volume::add);
        assertThat(reference.hypervolume(scores)).isCloseTo(volume.value(), within(1e-12));
        return volume.value();
    }

    @Test
    void of_one_objective_it_is_the_length_from_the_reference_to_the_best() {
        assertThat(volume(origin(WIDE), List.of(scores(2), scores(5), scores(3)))).isEqualTo(5);
    }

    @Test
    void of_two_objectives_it_is_the_area_below_the_stairs() {
        List<Scores> stairs = List.of(scores(1, 3), scores(2, 2), scores(3, 1));
        assertThat(volume(origin(WIDE, HIGH), stairs)).isEqualTo(6);
        assertThat(volume(origin(WIDE, HIGH), List.of(scores(1, 3), scores(4, 3)))).isEqualTo(12);
    }

    /// Three boxes 2 by 1 by 1 along the axes share their first cube, and one cube fills a corner.
    @Test
    void of_three_objectives_it_is_the_volume_of_the_union_of_boxes() {
        List<Scores> arms = List.of(scores(2, 1, 1), scores(1, 2, 1), scores(1, 1, 2));
        assertThat(volume(origin(WIDE, HIGH, DEEP), arms)).isEqualTo(4);
        List<Scores> more = List.of(arms.get(0), arms.get(1), arms.get(2), scores(2, 2, 0.5));
        assertThat(volume(origin(WIDE, HIGH, DEEP), more)).isEqualTo(4.5);
    }

    @Test
    void what_is_minimised_counts_downwards() {
        var preference =
                new Preference(
                        List.of(
                                Objective.minimise("error", "%"),
                                Objective.maximise("speed", "1")));
        Reference seed = Reference.of(preference, scores(10, 1));
        assertThat(volume(seed, List.of(scores(4, 3), scores(8, 6)))).isEqualTo(6 * 2 + 2 * 3);
    }

    @Test
    void what_is_no_better_than_the_reference_or_misses_a_bound_adds_nothing() {
        Objective bounded = WIDE.with(new Marks(new Mark.None(), new Mark.At(1), new Mark.At(0)));
        Reference reference = origin(bounded, HIGH);
        assertThat(volume(reference, List.of(scores(0.5, 9), scores(3, -1), scores(3, 0))))
                .isZero();
    }

    @Test
    void it_is_counted_from_the_named_reference_or_the_bound_or_the_seed() {
        Objective named = WIDE.with(new Marks(new Mark.None(), new Mark.At(2), new Mark.At(1)));
        Objective bounded = HIGH.with(new Marks(new Mark.None(), new Mark.At(3), new Mark.None()));
        Reference reference =
                Reference.of(new Preference(List.of(named, bounded, DEEP)), scores(7, 8, 9));
        assertThat(reference.point()).containsExactly(1.0, 3.0, 9.0);
    }

    @Test
    void taking_a_member_away_takes_what_it_alone_covered() {
        for (Reference reference : List.of(origin(WIDE, HIGH), origin(WIDE, HIGH, DEEP))) {
            Hypervolume volume = Hypervolume.above(reference);
            boolean flat = reference.point().size() == 2;
            List<Scores> stairs =
                    flat
                            ? List.of(scores(1, 3), scores(2, 2), scores(3, 1))
                            : List.of(scores(1, 3, 1), scores(2, 2, 1), scores(3, 1, 1));
            stairs.forEach(volume::add);
            volume.remove(stairs.get(1));
            assertThat(volume.value()).isCloseTo(5, within(1e-12));
        }
    }
}
