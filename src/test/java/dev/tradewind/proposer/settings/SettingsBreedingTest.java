package dev.tradewind.proposer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Lowering;
import dev.tradewind.evaluation.Space;
import dev.tradewind.evaluation.Space.Knob;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

final class SettingsBreedingTest {

    private final Tiles tiles = new Tiles();
    private final Proposer breeding = new SettingsBreeding(tiles);
    private final Proposer drawing = new RandomSettings(tiles);

    private static final long LATE = 1_000;

    /// When many programs are known.
    private static Candidate child(Proposer proposer, long stream, List<Candidate> parents) {
        return child(proposer, stream, parents, LATE);
    }

    private static Candidate child(
            Proposer proposer, long stream, List<Candidate> parents, long settled) {
        Proposal proposal =
                proposer.propose(
                        new Ask(parents, stream, settled, Briefing.NONE, Exchanges.live()));
        assertThat(proposal).isInstanceOf(Proposal.Proposed.class);
        return ((Proposal.Proposed) proposal).candidate();
    }

    private List<Candidate> strangers() {
        return List.of(
                child(drawing, 1, List.of(Tiles.seed())), child(drawing, 2, List.of(Tiles.seed())));
    }

    private long differences(Candidate one, Candidate other) {
        Map<String, Long> values = tiles.choice(one);
        return tiles.choice(other).entrySet().stream()
                .filter(each -> !each.getValue().equals(values.get(each.getKey())))
                .count();
    }

    @Test
    void equal_asks_get_equal_proposals() {
        for (int stream = 0; stream < 200; stream++) {
            Ask ask = Ask.of(strangers(), stream);
            assertThat(new SettingsBreeding(tiles).propose(ask)).isEqualTo(breeding.propose(ask));
            assertThat(new RandomSettings(tiles).propose(ask)).isEqualTo(drawing.propose(ask));
        }
    }

    @Test
    void every_child_is_new_fits_and_keeps_the_text_around_its_values() {
        List<Candidate> parents = strangers();
        for (int stream = 0; stream < 3_000; stream++) {
            Candidate child = child(breeding, stream, parents);
            assertThat(child.program()).isNotIn(parents.get(0).program(), parents.get(1).program());
            assertThatCode(() -> tiles.lower(tiles.choice(child))).doesNotThrowAnyException();
            assertThat(blank(child)).isEqualTo(blank(Tiles.seed()));
        }
    }

    private static String blank(Candidate candidate) {
        return candidate.program().text("tile.properties").replaceAll("= \\w+", "=");
    }

    @Test
    void about_one_and_a_half_knobs_move_on_average_and_all_of_them_at_times() {
        Candidate parent = child(drawing, 5, List.of(Tiles.seed()));
        List<Candidate> moved =
                IntStream.range(0, 6_000)
                        .mapToObj(stream -> child(breeding, stream, List.of(parent)))
                        .filter(child -> child.descent().operator().startsWith("move"))
                        .toList();
        List<Long> counts = moved.stream().map(child -> differences(parent, child)).toList();
        assertThat(counts.stream().mapToLong(each -> each).average().orElseThrow())
                .isBetween(1.4, 1.65);
        assertThat(counts).contains(1L, 9L);
        assertThat(moved)
                .allSatisfy(
                        child ->
                                assertThat(child.descent().operator())
                                        .startsWith(
                                                "move " + differences(parent, child) + " knob"));
    }

    private double fresh(long settled) {
        return IntStream.range(0, 4_000)
                        .mapToObj(stream -> child(breeding, stream, List.of(Tiles.seed()), settled))
                        .filter(child -> child.descent().operator().equals("fresh settings"))
                        .count()
                / 4_000.0;
    }

    @Test
    void one_in_twenty_is_drawn_from_the_whole_space() {
        // Of those that do not fit, the next attempt is mostly no fresh one.
        assertThat(fresh(LATE)).isBetween(0.015, 0.06);
    }

    @Test
    void the_first_of_a_run_are_mostly_drawn_from_the_whole_space() {
        assertThat(fresh(0)).isBetween(0.7, 0.92);
        assertThat(fresh(24)).isBetween(0.2, 0.47);
        assertThat(fresh(47)).isBetween(0.015, 0.07);
    }

    @Test
    void a_crossed_child_has_each_value_from_a_parent() {
        List<Candidate> parents = strangers();
        List<Candidate> crossed =
                IntStream.range(0, 1_000)
                        .mapToObj(stream -> child(breeding, stream, parents))
                        .filter(child -> child.descent().operator().equals("cross"))
                        .toList();
        SequencedMap<String, Long> one = tiles.choice(parents.get(0));
        SequencedMap<String, Long> other = tiles.choice(parents.get(1));
        assertThat(crossed)
                .hasSizeGreaterThan(200)
                .allSatisfy(
                        child -> {
                            assertThat(child.descent().parents())
                                    .containsExactly(parents.get(0).id(), parents.get(1).id());
                            tiles.choice(child)
                                    .forEach(
                                            (name, value) ->
                                                    assertThat(value)
                                                            .isIn(one.get(name), other.get(name)));
                        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 16})
    void steps_go_to_neighbours_mostly(long value) {
        Knob knob = new Knob.Steps("rows", List.of(1L, 2L, 3L, 4L, 8L, 12L, 16L));
        RandomGenerator random = Genome.random(value);
        List<Long> values = ((Knob.Steps) knob).values();
        long near =
                LongStream.generate(() -> Turn.turned(knob, value, random))
                        .limit(2_000)
                        .filter(to -> Math.abs(values.indexOf(to) - values.indexOf(value)) == 1)
                        .count();
        assertThat(near / 2_000.0).isCloseTo(0.9 + 0.1 / 6, within(0.03));
    }

    @Test
    void every_knob_reaches_all_its_values_and_none_beyond() {
        RandomGenerator random = Genome.random(3);
        for (Knob knob :
                List.of(
                        new Knob.Steps("a", List.of(5L, -3L, 8L)),
                        new Knob.Kinds("b", List.of(1L, 0L)),
                        new Knob.Bits("c", 3),
                        new Knob.Range("d", -4, 5))) {
            Set<Long> turned = new TreeSet<>();
            Set<Long> drawn = new TreeSet<>();
            long value = Turn.drawn(knob, random);
            for (int turn = 0; turn < 2_000; turn++) {
                long next = Turn.turned(knob, value, random);
                assertThat(next).isNotEqualTo(value);
                value = next;
                turned.add(value);
                drawn.add(Turn.drawn(knob, random));
            }
            assertThat(turned).allMatch(knob::takes).hasSize((int) knob.count());
            assertThat(drawn).isEqualTo(turned);
        }
    }

    @Test
    void the_widest_knobs_stay_within_their_bounds() {
        RandomGenerator random = Genome.random(4);
        for (Knob knob :
                List.of(
                        new Knob.Bits("a", 63),
                        new Knob.Bits("b", 1),
                        new Knob.Range("c", Long.MAX_VALUE - 2, Long.MAX_VALUE),
                        new Knob.Range("d", Long.MIN_VALUE, Long.MIN_VALUE + (1L << 53) - 1))) {
            long value = Turn.drawn(knob, random);
            for (int turn = 0; turn < 10_000; turn++) {
                assertThat(knob.takes(value)).isTrue();
                value = Turn.turned(knob, value, random);
            }
        }
    }

    @Test
    void random_settings_fall_evenly_on_all_that_go_together() {
        int draws = 10_000;
        double share =
                IntStream.range(0, draws)
                                .mapToObj(stream -> child(drawing, stream, List.of(Tiles.seed())))
                                .filter(child -> Tiles.value(tiles.choice(child), "rows") == 24)
                                .count()
                        / (double) draws;
        // Of 24 x 6 tiles, 24 + 12 + 8 + 6 + 4 + 4 fit; of these one has 24 rows.
        assertThat(share).isCloseTo(1 / 58.0, within(0.006));
    }

    @Test
    void a_small_population_finds_what_as_many_random_draws_do_not() {
        int tries = 1_500;
        List<Candidate> elites = new ArrayList<>(List.of(Tiles.seed()));
        double drawn = Double.NEGATIVE_INFINITY;
        RandomGenerator random = Genome.random(8);
        for (int stream = 0; stream < tries; stream++) {
            drawn = Math.max(drawn, tiles.worth(child(drawing, stream, elites)));
            Candidate mate = elites.get(random.nextInt(elites.size()));
            elites.add(child(breeding, stream, List.of(elites.getFirst(), mate)));
            elites.sort(Comparator.comparingDouble(tiles::worth).reversed());
            elites = new ArrayList<>(elites.subList(0, Math.min(10, elites.size())));
        }
        assertThat(tiles.worth(elites.getFirst())).isZero();
        assertThat(drawn).isLessThan(-3);
    }

    @Test
    void a_parent_that_holds_no_settings_is_declined_with_the_reason() {
        Program wrong =
                Program.of("tile.properties", Tiles.TEXT.replace("depth = 64", "depth = 65"));
        for (Proposer proposer : List.of(breeding, drawing)) {
            assertThat(proposer.propose(Ask.of(List.of(Candidate.seed(wrong)), 1)))
                    .isInstanceOfSatisfying(
                            Proposal.Declined.class,
                            declined -> {
                                assertThat(declined.cause()).isEqualTo(FailureCause.UNREADABLE);
                                assertThat(declined.detail())
                                        .contains("tile.properties:5  depth: \"65\" is not");
                            });
        }
    }

    @Test
    void where_nothing_goes_together_it_gives_up_and_says_why() {
        Lowering barren =
                new Lowering() {
                    @Override
                    public Space space() {
                        return tiles.space();
                    }

                    @Override
                    public Map<String, String> lower(SequencedMap<String, Long> choice)
                            throws Unfit {
                        throw new Unfit("nothing pleases");
                    }
                };
        Ask ask = Ask.of(List.of(Tiles.seed()), 1);
        for (Proposer proposer :
                List.of(new SettingsBreeding(barren), new RandomSettings(barren))) {
            assertThat(proposer.propose(ask))
                    .isInstanceOfSatisfying(
                            Proposal.Declined.class,
                            declined -> assertThat(declined.detail()).contains("nothing pleases"));
        }
    }
}
