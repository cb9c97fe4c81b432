package dev.tradewind.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Marks;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

import io.jenetics.ext.moea.Pareto;
import io.jenetics.util.ISeq;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What holds of every front, whatever is offered to it.
final class ParetoFrontTest {

    private static final int ROOMY = 1_000;

    /// A case: a preference over one to four objectives and scores for it, with many ties.
    record Offers(Preference preference, List<Scores> scores) {

        ParetoFront<Scores> front(int capacity) {
            var kind = new ParetoFront.Kind<Scores>(preference, one -> one, preference);
            return new ParetoFront<>(kind, reference(), capacity);
        }

        Reference reference() {
            return Reference.of(preference, new Scores(Collections.nCopies(objectives(), 3.5)));
        }

        int objectives() {
            return preference.objectives().size();
        }
    }

    @Property(tries = 300)
    void a_roomy_front_is_what_nothing_dominates(@ForAll("offers") Offers offers) {
        ParetoFront<Scores> front = offers.front(ROOMY);
        offers.scores().forEach(front::offer);
        List<Scores> expected =
                offers.scores().stream()
                        .distinct()
                        .filter(one -> offers.scores().stream().noneMatch(beats(offers, one)))
                        .toList();
        assertThat(front.members()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(front.members()).isSortedAccordingTo(offers.preference());
    }

    private static Predicate<Scores> beats(Offers offers, Scores beaten) {
        return one -> offers.preference().dominates(one, beaten);
    }

    @Property(tries = 300)
    void the_hypervolume_is_always_that_of_the_members(
            @ForAll("offers") Offers offers, @ForAll @IntRange(min = 1, max = 9) int capacity) {
        ParetoFront<Scores> front = offers.front(capacity);
        for (Scores scores : offers.scores()) {
            front.offer(scores);
            assertThat(front.hypervolume())
                    .isCloseTo(offers.reference().hypervolume(front.members()), within(1e-6));
        }
    }

    /// Another way to the same number: how many of the cells of a grid are covered.
    @Property(tries = 100)
    void the_hypervolume_is_the_number_of_cells_covered(@ForAll("offers") Offers offers) {
        List<double[]> corners = offers.reference().corners(offers.scores());
        long cells = 0;
        int all = (int) Math.pow(8, offers.objectives());
        for (int cell = 0; cell < all; cell++) {
            int number = cell;
            cells += corners.stream().anyMatch(corner -> covers(corner, number)) ? 1 : 0;
        }
        assertThat(offers.reference().hypervolume(offers.scores()))
                .isCloseTo(cells * Math.pow(0.5, offers.objectives()), within(1e-9));
    }

    /// Corners lie on multiples of a half, so cells of that size are covered whole or not at all.
    private static boolean covers(double[] corner, int cell) {
        int rest = cell;
        for (double side : corner) {
            if ((rest % 8 + 1) * 0.5 > side) {
                return false;
            }
            rest /= 8;
        }
        return true;
    }

    @Property(tries = 200)
    void the_order_of_offers_does_not_matter_while_there_is_room(
            @ForAll("offers") Offers offers, @ForAll long luck) {
        ParetoFront<Scores> one = offers.front(ROOMY);
        offers.scores().forEach(one::offer);
        List<Scores> shuffled = new ArrayList<>(offers.scores());
        Collections.shuffle(shuffled, new Random(luck));
        ParetoFront<Scores> other = offers.front(ROOMY);
        shuffled.forEach(other::offer);
        assertThat(other.members()).isEqualTo(one.members());
        assertThat(other.hypervolume()).isCloseTo(one.hypervolume(), within(1e-6));
    }

    @Property(tries = 200)
    void a_full_front_keeps_to_its_capacity_and_says_truly_who_is_in(
            @ForAll("offers") Offers offers, @ForAll @IntRange(min = 1, max = 6) int capacity) {
        ParetoFront<Scores> front = offers.front(capacity);
        for (Scores scores : offers.scores()) {
            boolean known = front.members().contains(scores);
            boolean taken = front.offer(scores);
            assertThat(front.members()).hasSizeBetween(1, capacity);
            assertThat(front.members().contains(scores)).isEqualTo(taken || known);
        }
    }

    /// Jenetics counts fronts by comparing all with all; the sorting here must come to the same.
    @Property(tries = 200)
    void fronts_are_numbered_as_in_another_library(@ForAll("offers") Offers offers) {
        List<Scores> distinct = offers.scores().stream().distinct().toList();
        int[] ranks =
                Pareto.rank(
                        ISeq.of(distinct),
                        (one, other) ->
                                offers.preference().dominates(one, other)
                                        ? 1
                                        : offers.preference().dominates(other, one) ? -1 : 0);
        List<Standing> standings = Standing.of(offers.preference(), distinct);
        assertThat(standings.stream().map(Standing::front))
                .containsExactlyElementsOf(IntStream.of(ranks).boxed().toList());
    }

    @Test
    void with_one_objective_the_front_is_the_best() {
        Offers offers = new Offers(Elites.one(Direction.MAXIMISE), List.of());
        ParetoFront<Scores> front = offers.front(4);
        assertThat(front.offer(Scores.of(2))).isTrue();
        assertThat(front.offer(Scores.of(1))).isFalse();
        assertThat(front.offer(Scores.of(2))).isFalse();
        assertThat(front.offer(Scores.of(3))).isTrue();
        assertThat(front.members()).containsExactly(Scores.of(3));
    }

    @Test
    void what_meets_the_bounds_comes_before_what_does_not() {
        Preference preference = bounded();
        Scores better = new Scores(List.of(1.0, 6.0));
        Scores fit = new Scores(List.of(9.0, 4.0));
        Scores nearly = new Scores(List.of(9.0, 5.5));
        assertThat(preference.dominates(fit, better)).isTrue();
        assertThat(preference.dominates(nearly, better)).isTrue();
        assertThat(preference.dominates(better, nearly)).isFalse();
        assertThat(preference.violation(better)).isCloseTo(0.2, within(1e-12));
        ParetoFront<Scores> front = new Offers(preference, List.of()).front(8);
        assertThat(List.of(better, nearly, fit).stream().map(front::offer)).containsOnly(true);
        assertThat(front.members()).containsExactly(fit);
    }

    private static Preference bounded() {
        Marks most = new Marks(new Mark.None(), new Mark.At(5), new Mark.None());
        return new Preference(
                List.of(
                        Objective.minimise("error", "1"),
                        Objective.minimise("size", "1").with(most)));
    }

    @Test
    void the_most_crowded_member_gives_way() {
        var preference =
                new Preference(
                        List.of(Objective.maximise("one", "1"), Objective.maximise("other", "1")));
        ParetoFront<Scores> front = new Offers(preference, List.of()).front(4);
        List<Scores> line = List.of(at(0, 10), at(10, 0), at(5, 5), at(5.2, 4.8)).stream().toList();
        line.forEach(front::offer);
        assertThat(front.offer(at(4.9, 5.1))).isTrue();
        assertThat(front.members())
                .containsExactly(at(10, 0), at(5.2, 4.8), at(4.9, 5.1), at(0, 10));
    }

    private static Scores at(double one, double other) {
        return new Scores(List.of(one, other));
    }

    @Test
    void a_front_without_room_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Offers(bounded(), List.of()).front(0))
                .withMessageContaining("0");
    }

    @Provide
    Arbitrary<Offers> offers() {
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(
                        count ->
                                objectives()
                                        .list()
                                        .ofSize(count)
                                        .flatMap(
                                                objectives ->
                                                        scores(count)
                                                                .list()
                                                                .ofMinSize(1)
                                                                .ofMaxSize(40)
                                                                .map(
                                                                        all ->
                                                                                offers(
                                                                                        objectives,
                                                                                        all))));
    }

    private static Offers offers(List<Objective> objectives, List<Scores> all) {
        return new Offers(new Preference(objectives), all);
    }

    private static Arbitrary<Scores> scores(int count) {
        return Arbitraries.integers()
                .between(0, 14)
                .map(half -> half / 2.0)
                .list()
                .ofSize(count)
                .map(Scores::new);
    }

    private static Arbitrary<Objective> objectives() {
        Marks bound = new Marks(new Mark.None(), new Mark.At(3), new Mark.At(3.5));
        return Arbitraries.of(
                Objective.maximise("more", "1"),
                Objective.minimise("less", "1"),
                Objective.maximise("enough", "1").with(bound));
    }
}
