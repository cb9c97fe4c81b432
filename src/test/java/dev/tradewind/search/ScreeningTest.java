package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Descent;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Briefing;
import dev.tradewind.proposer.Exchanges;
import dev.tradewind.proposer.Proposal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Programs of [Lights]: the more different digits, the better.
final class ScreeningTest {

    private final List<String> evaluated = new ArrayList<>();
    private final Seen seen = new Seen();
    private final Assembly assembly =
            Lights.assembly(
                    executable -> evaluated.add(executable.candidate().program().text("Sum.java")));
    private final Screening screening = new Screening(assembly, seen);

    @AfterEach
    void end() {
        assembly.close();
    }

    private static Candidate program(String text) {
        return Candidate.of(
                Lights.SEED.with("Sum.java", text), new Descent(List.of(), "breeding", "test"));
    }

    private Proposal best(long settledBefore, Candidate... drawn) {
        Candidate parent = Candidate.seed(Lights.SEED);
        Ask ask = new Ask(List.of(parent), 1, settledBefore, Briefing.NONE, Exchanges.live());
        return screening.best(ask, List.of(drawn));
    }

    private static Candidate proposed(Proposal proposal) {
        assertThat(proposal).isInstanceOf(Proposal.Proposed.class);
        return ((Proposal.Proposed) proposal).candidate();
    }

    private static FailureCause declined(Proposal proposal) {
        assertThat(proposal).isInstanceOf(Proposal.Declined.class);
        return ((Proposal.Declined) proposal).cause();
    }

    @Test
    void the_best_on_a_sample_is_proposed_whenever_it_was_drawn() {
        Candidate best = program("123");
        assertThat(proposed(best(0, program("1"), best, program("12")))).isEqualTo(best);
        assertThat(proposed(best(0, best, program("1"), program("12")))).isEqualTo(best);
    }

    @Test
    void a_known_program_is_neither_tried_nor_proposed() {
        Candidate known = program("1234");
        seen.add(known.id().hex(), 7);
        assertThat(proposed(best(7, known, program("1"), program("12")))).isEqualTo(program("12"));
        assertThat(evaluated).doesNotContain("1234");
    }

    @Test
    void what_settled_later_is_not_known_yet() {
        Candidate later = program("1234");
        seen.add(later.id().hex(), 8);
        assertThat(proposed(best(7, later, program("1"), program("12")))).isEqualTo(later);
    }

    @Test
    void of_equal_programs_one_is_tried() {
        best(0, program("12"), program("12"), program("1"), program("12"));
        assertThat(evaluated.stream().filter("12"::equals)).hasSizeLessThanOrEqualTo(2);
        assertThat(evaluated.stream().filter("1"::equals)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void what_does_the_same_as_a_parent_comes_last_however_well_it_does() {
        Candidate parent = Candidate.seed(Lights.SEED);
        Candidate worse = program("no digit, and a line that is much longer ".repeat(20));
        assertThat(proposed(best(0, parent, worse))).isEqualTo(worse);
    }

    @Test
    void what_fails_is_not_proposed_while_anything_runs() {
        assertThat(proposed(best(0, program("crash 1"), program("forbidden 2"), program("3"))))
                .isEqualTo(program("3"));
    }

    @Test
    void when_nothing_runs_the_first_reason_is_told() {
        assertThat(declined(best(0, program("forbidden"), program("crash 1"), program("crash 2"))))
                .isEqualTo(FailureCause.FORBIDDEN);
        assertThat(declined(best(0, program("crash 1"), program("crash 2"))))
                .isEqualTo(FailureCause.CRASH);
        Candidate known = program("5");
        seen.add(known.id().hex(), 1);
        assertThat(declined(best(1, known))).isEqualTo(FailureCause.DUPLICATE);
    }

    @Test
    void the_only_one_left_is_proposed_untried() {
        assertThat(proposed(best(0, program("forbidden"), program("crash"))))
                .isEqualTo(program("crash"));
        assertThat(evaluated).isEmpty();
    }

    @Test
    void every_sample_is_paid_for_and_a_parent_only_once() {
        Candidate[] drawn = {program("1"), program("2")};
        assertThat(best(0, drawn).cpu()).isEqualTo(Duration.ofMillis(3));
        assertThat(best(0, drawn).cpu()).isEqualTo(Duration.ofMillis(2));
    }
}
