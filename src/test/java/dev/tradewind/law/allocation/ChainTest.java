package dev.tradewind.law.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class ChainTest {

    private static final Roster ROSTER =
            new Roster(Stream.of(1.0, 4.0, 16.0).map(ChainTest::sized).toList());

    private static Contender sized(double size) {
        return new Contender("size " + size, new Position.OnCurve("models", size), 1, 1);
    }

    private static Chain chain(List<Level> levels) {
        return new Chain(ROSTER, new Assumptions(LawCells.usual(), Assumptions.LOOSE, levels));
    }

    /// Observes one rung so often, each proposal that counts coming to a level.
    private static void observe(Chain chain, int rung, int count, int every, Level came) {
        for (int turn = 1; turn <= count; turn++) {
            chain.observe(rung, turn % every == 0 ? came : Level.SCORED);
        }
    }

    @Test
    void told_of_the_last_level_only_the_chain_is_the_direct_estimate() {
        Chain chained = chain(Assumptions.CHAINED);
        Chain direct = chain(Assumptions.DIRECT);
        for (Chain chain : List.of(chained, direct)) {
            observe(chain, 0, 200, 20, Level.BEAT_BEST);
            observe(chain, 2, 100, 5, Level.BEAT_BEST);
        }
        for (int rung = 0; rung < ROSTER.size(); rung++) {
            assertThat(chained.success(rung, 0)).isEqualTo(direct.success(rung, 0));
            assertThat(chained.logSuccess(rung)).isEqualTo(direct.logSuccess(rung));
        }
    }

    @Test
    void a_rung_that_beats_parents_is_preferred_before_any_best_was_beaten() {
        Chain chained = chain(Assumptions.CHAINED);
        Chain direct = chain(Assumptions.DIRECT);
        for (Chain chain : List.of(chained, direct)) {
            observe(chain, 0, 100, 3, Level.BEAT_PARENT);
            observe(chain, 2, 100, 50, Level.BEAT_PARENT);
        }
        assertThat(chained.success(0, 0)).isGreaterThan(2 * chained.success(2, 0));
        assertThat(direct.success(0, 0)).isLessThan(2 * direct.success(2, 0));
    }

    @Test
    void the_product_of_steps_is_the_share_that_came_to_the_end() {
        Chain chain = chain(Assumptions.CHAINED);
        for (int turn = 0; turn < 4000; turn++) {
            boolean parent = turn % 5 == 0;
            Level other = parent ? Level.BEAT_PARENT : Level.SCORED;
            chain.observe(1, turn % 50 == 0 ? Level.BEAT_BEST : other);
        }
        assertThat(chain.success(1, 0)).isCloseTo(0.02, within(0.006));
    }
}
