package dev.tradewind.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static java.util.Locale.ROOT;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.law.allocation.Belief;
import dev.tradewind.program.Candidate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What every journal promises, whatever it is kept in.
abstract class JournalContract {

    @TempDir Path folder;

    private Path place;

    abstract Journal create(Path place, RunHeader header);

    abstract Journal open(Path place);

    abstract RunRecord read(Path place);

    @BeforeEach
    final void choosePlace() {
        place = folder.resolve("journal.sqlite");
    }

    final Path place() {
        return place;
    }

    final Journal create() {
        return create(place, Flown.header());
    }

    @Test
    void the_header_is_read_as_it_was_written() {
        create().close();
        try (RunRecord record = read(place)) {
            assertThat(record.header()).isEqualTo(Flown.header());
        }
    }

    @Test
    void landings_come_by_number_and_settlements_in_their_order() {
        try (Journal journal = create()) {
            for (long flight : List.of(3L, 1L, 2L)) {
                journal.append(Flown.scored(flight, 1));
            }
            journal.append(new Settlement(Line.SEARCH, 1, 3, notKept(), false, List.of()));
            journal.append(new Settlement(Line.SEARCH, 2, 1, notKept(), false, List.of(0, 4)));
            assertThat(journal.landings(Line.SEARCH).map(landing -> landing.plan().flight()))
                    .containsExactly(1L, 2L, 3L);
            assertThat(journal.settlements(Line.SEARCH).map(Settlement::flight))
                    .containsExactly(3L, 1L);
            assertThat(journal.lastPlanned(Line.SEARCH)).isEqualTo(3);
            assertThat(journal.lastSettled(Line.SEARCH)).isEqualTo(2);
            assertThat(journal.landings(Line.RANDOM)).isEmpty();
        }
    }

    private static Consequence notKept() {
        return new Consequence.NotKept();
    }

    @Test
    void more_flights_than_are_held_at_a_time_come_back_complete() {
        try (Journal journal = create()) {
            for (long flight = 0; flight < 1000; flight++) {
                journal.append(Flown.scored(flight, 1));
            }
            List<Landing> landings = journal.landings(Line.SEARCH).toList();
            assertThat(landings).hasSize(1000);
            assertThat(landings.get(777)).isEqualTo(Flown.scored(777, 1));
        }
    }

    @Test
    void a_stream_shows_what_was_recorded_when_it_was_asked_for() {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 1));
            journal.append(Flown.kept(1));
            var settlements = journal.settlements(Line.SEARCH).iterator();
            journal.append(Flown.scored(2, 2));
            journal.append(Flown.kept(2));
            assertThat(settlements).toIterable().containsExactly(Flown.kept(1));
        }
    }

    @Test
    void a_landing_without_settlement_is_there_after_resume() {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 1));
            journal.append(Flown.kept(1));
            journal.append(Flown.scored(2, 2));
        }
        try (Journal journal = open(place)) {
            assertThat(journal.landing(Line.SEARCH, 2)).isEqualTo(Flown.scored(2, 2));
            assertThat(journal.settlement(Line.SEARCH, 2)).isNull();
            journal.append(Flown.kept(2));
            assertThat(journal.settlement(Line.SEARCH, 2)).isEqualTo(Flown.kept(2));
        }
    }

    @Test
    void no_flight_lands_twice() {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 1));
            assertThatThrownBy(() -> journal.append(Flown.declined(1)))
                    .isInstanceOf(IllegalStateException.class);
            journal.append(Flown.scored(2, 2));
            assertThat(journal.landings(Line.SEARCH)).hasSize(2);
        }
    }

    @Test
    void no_flight_settles_twice_or_before_it_has_landed_or_out_of_order() {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 1));
            assertThatThrownBy(() -> journal.append(Flown.kept(2)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("1 is next");
            journal.append(Flown.kept(1));
            for (long flight : List.of(1L, 7L)) {
                Settlement bad =
                        new Settlement(Line.SEARCH, 2, flight, notKept(), false, List.of());
                assertThatThrownBy(() -> journal.append(bad))
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThat(journal.settlements(Line.SEARCH)).containsExactly(Flown.kept(1));
        }
    }

    @Test
    void a_flight_is_found_by_number_and_by_the_beginning_of_its_programs_id() {
        Landing landing = Flown.scored(41, 1);
        String id = Flown.candidate(41).id().hex();
        try (Journal journal = create()) {
            journal.append(Flown.scored(40, 1));
            journal.append(landing);
            Flight flight = new Flight(landing, null);
            assertThat(List.of("41", "#41", " #41 ", id, id.substring(0, 9), id.substring(0, 14)))
                    .allSatisfy(
                            asked ->
                                    assertThat(journal.find(asked))
                                            .isEqualTo(new Found.One(flight)));
            assertThat(journal.find(Flown.candidate(41).id().brief().toUpperCase(ROOT)))
                    .isEqualTo(new Found.One(flight));
        }
    }

    @Test
    void of_several_flights_with_one_program_the_kept_one_is_found() {
        Candidate candidate = Flown.candidate(2);
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, candidate));
            journal.append(Flown.scored(2, 1));
            journal.append(
                    Flown.settlement(1, new Consequence.Rejected(FailureCause.DUPLICATE), false));
            journal.append(Flown.kept(2));
            assertThat(journal.find(candidate.id().brief()))
                    .isEqualTo(new Found.One(new Flight(Flown.scored(2, 1), Flown.kept(2))));
        }
    }

    @Test
    void what_is_not_found_is_answered_with_what_may_be_meant() {
        try (Journal journal = create()) {
            for (long flight = 1; flight <= 40; flight++) {
                journal.append(Flown.scored(flight, 1));
            }
            String brief = Flown.candidate(17).id().brief();
            assertThat(problem(journal, "#99")).contains("#99").contains("#40");
            assertThat(problem(journal, "best")).contains("best").contains("#412");
            String mistyped = brief.substring(0, 7) + (brief.charAt(7) == 'a' ? "b" : "a");
            assertThat(problem(journal, mistyped + "f")).contains("Maybe you meant " + brief);
            String digit = ambiguousDigit(journal);
            assertThat(problem(journal, digit)).contains("more than one").contains("Maybe");
        }
    }

    /// With forty programs some letter begins several ids.
    private static String ambiguousDigit(Journal journal) {
        return List.of("a", "b", "c", "d", "e", "f").stream()
                .filter(digit -> journal.find(digit) instanceof Found.Unclear)
                .findFirst()
                .orElseThrow();
    }

    private static String problem(Journal journal, String asked) {
        return ((Found.Unclear) journal.find(asked)).problem();
    }

    @Test
    void champions_are_the_steps_of_the_best_so_far() {
        try (Journal journal = create()) {
            journal.append(Flown.validated(1, 5, 5.5));
            journal.append(Flown.declined(2));
            journal.append(Flown.scored(3, 6));
            journal.append(Flown.validated(4, 4, 4.25));
            journal.append(Flown.settlement(1, new Consequence.NewCluster(), true));
            journal.append(
                    Flown.settlement(2, new Consequence.Rejected(FailureCause.UNREADABLE), false));
            journal.append(Flown.kept(3));
            journal.append(Flown.settlement(4, new Consequence.NewCluster(), true));
            assertThat(journal.champions(Line.SEARCH))
                    .extracting(Improvement::evaluations, step -> step.flight().number())
                    .containsExactly(tuple(1L, 1L), tuple(3L, 4L));
        }
    }

    @Test
    void the_top_is_ranked_by_validation_then_by_training() {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 2));
            journal.append(Flown.validated(2, 5, 3.5));
            journal.append(Flown.validated(3, 6, -1.0E-5));
            journal.append(Flown.scored(4, 1));
            journal.append(Flown.validated(5, 1, 0.1));
            for (long flight = 1; flight <= 4; flight++) {
                journal.append(Flown.kept(flight));
            }
            journal.append(
                    Flown.settlement(5, new Consequence.Rejected(FailureCause.DUPLICATE), false));
            assertThat(journal.top(3)).extracting(Flight::number).containsExactly(3L, 2L, 4L);
        }
    }

    @Test
    void outcomes_and_spend_add_up() {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 2));
            journal.append(Flown.validated(2, 5, 3.5));
            journal.append(Flown.declined(3));
            journal.append(Flown.kept(1));
            journal.append(Flown.kept(2));
            journal.append(
                    Flown.settlement(3, new Consequence.Rejected(FailureCause.UNREADABLE), false));
            assertThat(journal.tallies(Line.SEARCH))
                    .isEqualTo(new Tallies(2, 0, 0, 0, Map.of(FailureCause.UNREADABLE, 1L)));
            assertThat(journal.tallies(Line.RANDOM)).isEqualTo(new Tallies(0, 0, 0, 0, Map.of()));
            assertThat(journal.spend(Line.SEARCH).evaluations()).isEqualTo(2);
            assertThat(journal.spend(Line.SEARCH).cpu()).isEqualTo(Duration.ofMillis(2 + 2 + 5));
        }
    }

    @Test
    void a_reader_sees_what_is_committed_while_the_run_goes_on() {
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 1));
            journal.commit();
            try (RunRecord reader = read(place)) {
                assertThat(reader.lastPlanned(Line.SEARCH)).isEqualTo(1);
                journal.append(Flown.scored(2, 2));
                assertThat(reader.lastPlanned(Line.SEARCH)).isEqualTo(1);
                journal.commit();
                assertThat(reader.landings(Line.SEARCH)).hasSize(2);
            }
        }
    }

    @Test
    void a_second_run_cannot_write_the_same_journal() {
        try (Journal journal = create()) {
            assertThatThrownBy(() -> open(place))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("another run is writing it");
            journal.append(Flown.scored(1, 1));
        }
        open(place).close();
    }

    @Test
    void an_existing_journal_is_not_overwritten() {
        create().close();
        assertThatThrownBy(this::create)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("holds a run already");
        try (RunRecord record = read(place)) {
            assertThat(record.header()).isEqualTo(Flown.header());
        }
    }

    @Test
    void a_plan_outlives_the_flight_it_was_made_for() {
        try (Journal journal = create()) {
            journal.append(Flown.plan(Line.SEARCH, 1));
            journal.append(Flown.placed(1, Flown.exchange(1, "patch", "0.003")));
            journal.commit();
        }
        try (Journal journal = open(place)) {
            assertThat(journal.lastPlanned(Line.SEARCH)).isEqualTo(1);
            assertThat(journal.plan(Line.SEARCH, 1)).isEqualTo(Flown.plan(Line.SEARCH, 1));
            assertThat(journal.landing(Line.SEARCH, 1)).isNull();
            assertThat(journal.exchanges(Line.SEARCH, 1))
                    .containsExactly(Flown.exchange(1, "patch", "0.003"));
            journal.append(Flown.scored(1, 4));
            assertThat(journal.landing(Line.SEARCH, 1)).isEqualTo(Flown.scored(1, 4));
        }
    }

    @Test
    void exchanges_come_back_by_flight_and_turn() {
        List<Placed> placed =
                List.of(
                        Flown.placed(1, Flown.exchange(1, "patch", "0.003")),
                        Flown.placed(1, Flown.exchange(2, "repair", "0.001")),
                        Flown.placed(300, Flown.exchange(1, "patch", "0.002")));
        try (Journal journal = create()) {
            journal.append(Flown.plan(Line.SEARCH, 1));
            journal.append(Flown.plan(Line.SEARCH, 300));
            placed.reversed().forEach(journal::append);
            assertThat(journal.exchanges(Line.SEARCH)).containsExactlyElementsOf(placed);
            assertThat(journal.exchanges(Line.RANDOM)).isEmpty();
        }
    }

    @Test
    void an_exchange_belongs_to_a_flight_that_started() {
        try (Journal journal = create()) {
            Placed stray = Flown.placed(7, Flown.exchange(1, "patch", "0.003"));
            assertThatThrownBy(() -> journal.append(stray))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void what_a_rung_was_chosen_by_comes_back_to_three_digits() {
        Belief small = new Belief("small", 0.0123, 0.004, 0.0321, 1.5, 0.00025, 0.75);
        Belief large = new Belief("large: \"70 B\", [dear]", 0, 0, 1e-7, 0, 12, 0.25);
        Decision decision = new Decision(Line.SEARCH, 1, "law", List.of(small, large));
        Decision swapped = new Decision(Line.SEARCH, 300, "law", List.of(large, small));
        try (Journal journal = create()) {
            journal.append(Flown.plan(Line.SEARCH, 1));
            journal.append(Flown.plan(Line.SEARCH, 2));
            journal.append(Flown.plan(Line.SEARCH, 300));
            journal.append(decision);
            journal.append(swapped);
            assertThat(journal.decision(Line.SEARCH, 1)).isEqualTo(decision);
            assertThat(journal.decision(Line.SEARCH, 2)).isNull();
            assertThat(journal.decisions(Line.SEARCH)).containsExactly(decision, swapped);
            assertThat(journal.decisions(Line.RANDOM)).isEmpty();
        }
    }

    @Test
    void a_decision_belongs_to_a_flight_that_started() {
        try (Journal journal = create()) {
            Decision stray = new Decision(Line.SEARCH, 7, "law", List.of());
            assertThatThrownBy(() -> journal.append(stray))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void processor_time_of_proposing_counts_as_spent() {
        Spend proposing = Spend.ofProposing(Duration.ofMillis(40), Charge.NONE);
        try (Journal journal = create()) {
            journal.append(Flown.scored(1, 4));
            Landing scored = Flown.scored(2, 4);
            journal.append(
                    new Landing.Refused(
                            scored.plan(),
                            proposing,
                            Flown.scored(2, 4).candidate(),
                            FailureCause.COMPILE,
                            "no"));
            assertThat(journal.landings(Line.SEARCH).map(Landing::proposing))
                    .containsExactly(Spend.NONE, proposing);
            assertThat(journal.spend(Line.SEARCH).cpu()).isEqualTo(Duration.ofMillis(42));
            assertThat(journal.spend(Line.SEARCH).evaluations()).isEqualTo(1);
            assertThat(journal.spendOnDescent(2).cpu()).isEqualTo(Duration.ofMillis(42));
        }
    }

    @Test
    void money_adds_up_exactly_by_rung_and_over_a_descent() {
        Charge third = Flown.exchange(1, "patch", "0.1").charge();
        try (Journal journal = create()) {
            journal.append(Flown.paid(1, List.of(0L), third));
            journal.append(Flown.paid(2, List.of(0L), third));
            journal.append(Flown.paid(3, List.of(1L, 2L), third));
            journal.append(Flown.paid(4, List.of(1L, 3L), third));
            journal.append(Flown.paid(5, List.of(2L), Charge.NONE));
            assertThat(journal.spendByRung(Line.SEARCH)).containsOnlyKeys("small");
            assertThat(journal.spend(Line.SEARCH).money()).hasToString("0.4 USD");
            assertThat(journal.spend(Line.SEARCH).models().calls()).isEqualTo(4);
            assertThat(journal.spendOnDescent(4).money()).hasToString("0.4 USD");
            assertThat(journal.spendOnDescent(4).evaluations()).isEqualTo(4);
            assertThat(journal.spendOnDescent(3).money()).hasToString("0.3 USD");
            assertThat(journal.spendOnDescent(5).money()).hasToString("0.1 USD");
        }
    }

    @Test
    void what_came_of_flights_is_counted_by_rung_and_by_prompt() {
        Charge third = Flown.exchange(1, "patch", "0.1").charge();
        try (Journal journal = create()) {
            journal.append(Flown.paid(1, List.of(0L), third));
            journal.append(Flown.paid(2, List.of(1L), third));
            journal.append(Flown.declined(3));
            journal.append(Flown.plan(Line.SEARCH, 4));
            journal.append(Flown.settlement(1, new Consequence.NewCluster(), true));
            journal.append(Flown.settlement(2, new Consequence.NotKept(), false));
            FlightTally small =
                    journal.promptTallies(Line.SEARCH).getOrDefault("patch", FlightTally.NONE);
            assertThat(journal.promptTallies(Line.SEARCH)).containsOnlyKeys("patch");
            assertThat(journal.rungTallies(Line.SEARCH)).containsOnlyKeys("breeding", "small");
            assertThat(journal.rungTallies(Line.SEARCH).get("small"))
                    .isEqualTo(small)
                    .isEqualTo(new FlightTally(2, 2, 2, 1, 1, small.spend()));
            assertThat(small.spend().money()).hasToString("0.2 USD");
            assertThat(small.spend().evaluations()).isEqualTo(2);
            assertThat(journal.rungTallies(Line.SEARCH).get("breeding"))
                    .isEqualTo(new FlightTally(1, 0, 0, 0, 0, Spend.NONE));
            assertThat(journal.rungTallies(Line.RANDOM)).isEmpty();
        }
    }
}
