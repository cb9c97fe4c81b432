package dev.tradewind.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.law.allocation.Contender;
import dev.tradewind.law.allocation.FixedShares;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Observation;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.allocation.Position;
import dev.tradewind.proposer.Ask;
import dev.tradewind.proposer.Proposal;
import dev.tradewind.proposer.Proposer;
import dev.tradewind.search.Ladder.Step;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class LadderTest {

    private final Map<String, Double> shares = new LinkedHashMap<>();

    private Step step(String name, double share, int room) {
        shares.put(name, share);
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
        return new Step(proposer, room, false);
    }

    private Ladder ladder(Step... steps) {
        List<Contender> contenders =
                shares.entrySet().stream()
                        .map(
                                rung ->
                                        new Contender(
                                                rung.getKey(),
                                                new Position.Beside(),
                                                1,
                                                rung.getValue()))
                        .toList();
        return new Ladder(List.of(steps), Policy.SHARES, new FixedShares(contenders));
    }

    private static String next(Ladder ladder) {
        return ladder.allocation(new Random(1)).ranking().getFirst();
    }

    private static Map<String, Integer> dealt(Ladder ladder, int flights) {
        Map<String, Integer> dealt = new HashMap<>();
        for (int flight = 0; flight < flights; flight++) {
            String next = next(ladder);
            ladder.launched(ladder.named(next));
            dealt.merge(next, 1, Integer::sum);
        }
        return dealt;
    }

    @Test
    void flights_are_dealt_out_by_share() {
        Ladder ladder = ladder(step("a", 1, 999), step("b", 3, 999), step("c", 0.5, 999));
        assertThat(dealt(ladder, 90)).isEqualTo(Map.of("a", 20, "b", 60, "c", 10));
    }

    @Test
    void a_rung_without_room_is_passed_over_until_a_flight_of_its_own_settles() {
        Ladder ladder = ladder(step("slow", 1, 2), step("quick", 1, 999));
        assertThat(dealt(ladder, 10)).isEqualTo(Map.of("slow", 2, "quick", 8));
        ladder.settled(new Observation("slow", Level.SCORED, 0, 1));
        assertThat(next(ladder)).isEqualTo("slow");
    }

    @Test
    void with_no_room_anywhere_it_is_nobodys_turn() {
        Ladder ladder = ladder(step("a", 1, 1));
        ladder.launched(ladder.named("a"));
        assertThat(ladder.open()).isEmpty();
    }
}
