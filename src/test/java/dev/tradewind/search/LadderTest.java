package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;
import dev.tradewind.search.Ladder.Step;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class LadderTest {

    private static Step step(String name, double share, int room) {
        Proposer proposer =
                new Proposer() {
                    @Override
                    public String name() {
                        return name;
                    }

                    @Override
                    public Proposal propose(Ask ask) {
                        throw new AssertionError("nobody asks");
                    }
                };
        return new Step(proposer, share, room, false);
    }

    private static Map<String, Integer> dealt(Ladder ladder, int flights) {
        Map<String, Integer> dealt = new HashMap<>();
        for (int flight = 0; flight < flights; flight++) {
            Step next = ladder.inTurn().getFirst();
            ladder.launched(next);
            dealt.merge(next.name(), 1, Integer::sum);
        }
        return dealt;
    }

    @Test
    void flights_are_dealt_out_by_share() {
        Ladder ladder =
                new Ladder(List.of(step("a", 1, 999), step("b", 3, 999), step("c", 0.5, 999)));
        assertThat(dealt(ladder, 90)).isEqualTo(Map.of("a", 20, "b", 60, "c", 10));
    }

    @Test
    void a_rung_without_room_is_passed_over_until_a_flight_of_its_own_settles() {
        Ladder ladder = new Ladder(List.of(step("slow", 1, 2), step("quick", 1, 999)));
        assertThat(dealt(ladder, 10)).isEqualTo(Map.of("slow", 2, "quick", 8));
        ladder.settled("slow");
        assertThat(ladder.inTurn().getFirst().name()).isEqualTo("slow");
    }

    @Test
    void with_no_room_anywhere_it_is_nobodys_turn() {
        Ladder ladder = new Ladder(List.of(step("a", 1, 1)));
        ladder.launched(ladder.named("a"));
        assertThat(ladder.inTurn()).isEmpty();
    }
}
