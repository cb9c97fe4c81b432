package dev.tradewind.proposer.breeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class ScreenedBreedingTest {

    private final List<Candidate> screened = new ArrayList<>();

    /// Likes what was drawn last, and takes its time.
    private final Screen last =
            (ask, drawn) -> {
                screened.addAll(drawn);
                return new Proposal.Proposed(drawn.getLast(), Duration.ofMillis(5));
            };

    private final Proposer breeding = new TreeBreeding("wide", BreedingSettings.DEFAULT);

    private static Ask ask(long stream) {
        return Ask.of(List.of(Seeds.SCALAR.candidate()), stream);
    }

    @Test
    void the_screens_choice_is_proposed_under_the_rungs_name() {
        Proposer wide = new ScreenedBreeding(breeding, 16, last);
        Proposal proposal = wide.propose(ask(1));
        assertThat(wide.name()).isEqualTo("wide");
        assertThat(screened).hasSize(16);
        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Proposed.class,
                        one -> {
                            assertThat(one.candidate()).isEqualTo(screened.getLast());
                            assertThat(one.candidate().descent().proposer()).isEqualTo("wide");
                        });
    }

    @Test
    void each_draw_has_luck_of_its_own() {
        new ScreenedBreeding(breeding, 16, last).propose(ask(1));
        assertThat(screened.stream().distinct()).hasSizeGreaterThan(10);
    }

    @Test
    void equal_asks_draw_equal_programs() {
        new ScreenedBreeding(breeding, 8, last).propose(ask(3));
        List<Candidate> first = List.copyOf(screened);
        screened.clear();
        new ScreenedBreeding(new TreeBreeding("wide", BreedingSettings.DEFAULT), 8, last)
                .propose(ask(3));
        assertThat(screened).isEqualTo(first);
    }

    @Test
    void the_first_of_many_draws_are_those_of_few() {
        new ScreenedBreeding(breeding, 4, last).propose(ask(3));
        List<Candidate> few = List.copyOf(screened);
        screened.clear();
        new ScreenedBreeding(breeding, 8, last).propose(ask(3));
        assertThat(screened).startsWith(few.toArray(Candidate[]::new));
    }

    @Test
    void drawing_and_screening_are_both_paid_for() {
        Proposer slow =
                drawing(new Proposal.Proposed(Seeds.SCALAR.candidate(), Duration.ofMillis(2)));
        assertThat(new ScreenedBreeding(slow, 4, last).propose(ask(1)).cpu())
                .isEqualTo(Duration.ofMillis(4 * 2 + 5));
    }

    @Test
    void where_nothing_can_be_drawn_the_reason_is_told_and_nothing_screened() {
        Proposer none =
                drawing(
                        new Proposal.Declined(
                                FailureCause.UNREADABLE, "no region", Duration.ofMillis(1)));
        assertThat(new ScreenedBreeding(none, 4, last).propose(ask(1)))
                .isEqualTo(
                        new Proposal.Declined(
                                FailureCause.UNREADABLE, "no region", Duration.ofMillis(4)));
        assertThat(screened).isEmpty();
    }

    private static Proposer drawing(Proposal proposal) {
        return new Proposer() {
            @Override
            public String name() {
                return "drawing";
            }

            @Override
            public Proposal propose(Ask ask) {
                return proposal;
            }
        };
    }
}
