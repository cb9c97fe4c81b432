package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// The harness packs as FunSearch's own loop does, and survives bad answers.
final class PackerTest {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    record Draw(int capacity, int[] items, int scores, long rule) {

        /// An arbitrary rule with few different scores, so that ties are frequent.
        double score(int item, int left) {
            int score = new SplittableRandom(Objects.hash(item, left, rule)).nextInt(scores);
            return score == 0 ? Double.NEGATIVE_INFINITY : score == 1 ? -0.0 : score - 2;
        }

        @Override
        public String toString() {
            return capacity + " " + Arrays.toString(items) + " rule " + rule + " of " + scores;
        }
    }

    @Provide
    Arbitrary<Draw> draws() {
        Arbitrary<Integer> capacities = Arbitraries.of(1, 2, 10, 63, 64, 65, 150, 1_000, 1_001);
        return capacities.flatMap(
                capacity ->
                        Combinators.combine(
                                        Arbitraries.integers()
                                                .between(1, capacity)
                                                .array(int[].class)
                                                .ofMinSize(1)
                                                .ofMaxSize(200),
                                        Arbitraries.integers().between(1, 40),
                                        Arbitraries.longs())
                                .as(
                                        (items, scores, rule) ->
                                                new Draw(capacity, items, scores, rule)));
    }

    @Property(tries = 150)
    void levels_pack_as_the_full_array_does(@ForAll("draws") Draw draw) {
        Object instance = BinPackingTask.instance(draw.capacity(), NO_LIMIT, draw.items());
        assertThat(BinPackingTask.bins(BinPackingTask.perBin(draw::score), instance))
                .isEqualTo(naive(draw));
    }

    @Property(tries = 50)
    void a_list_with_two_empty_bins_packs_as_the_full_array_does(@ForAll("draws") Draw draw) {
        Object rule =
                BinPackingTask.wide(
                        (item, bins) ->
                                Arrays.stream(bins)
                                        .mapToDouble(left -> draw.score(item, left))
                                        .toArray());
        Object instance = BinPackingTask.instance(draw.capacity(), NO_LIMIT, draw.items());
        assertThat(BinPackingTask.bins(rule, instance)).isEqualTo(naive(draw));
    }

    /// FunSearch's loop: as many bins as items, the first of the highest scores.
    private static String naive(Draw draw) {
        int[] room = new int[draw.items().length];
        Arrays.fill(room, draw.capacity());
        return Arrays.stream(draw.items())
                .map(item -> naive(draw, item, room))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static int naive(Draw draw, int item, int[] room) {
        int best = -1;
        for (int bin = 0; bin < room.length; bin++) {
            if (room[bin] >= item
                    && (best < 0 || draw.score(item, room[bin]) > draw.score(item, room[best]))) {
                best = bin;
            }
        }
        room[best] -= item;
        return best;
    }

    @Test
    void a_rule_is_asked_once_for_each_pair_of_item_and_room() {
        var harness = BinPackingTask.harness();
        var asked = new java.util.ArrayList<String>();
        Object rule =
                BinPackingTask.perBin(
                        (item, left) -> {
                            asked.add(item + "/" + left);
                            return item - left;
                        });
        BinPackingTask.certificate(harness, rule, BinPackingTask.instance(10, NO_LIMIT, 4, 4, 4));
        BinPackingTask.certificate(harness, rule, BinPackingTask.instance(10, NO_LIMIT, 4, 5, 4));
        assertThat(asked).containsExactly("4/10", "4/6", "5/10", "5/6");
    }

    @Test
    void bins_handed_to_a_rule_are_copies() {
        Object greedy =
                BinPackingTask.wide(
                        (_, bins) -> {
                            Arrays.fill(bins, 1_000);
                            return new double[bins.length];
                        });
        Object instance = BinPackingTask.instance(10, NO_LIMIT, 6, 6, 4, 4);
        assertThat(BinPackingTask.bins(greedy, instance)).isEqualTo("0 1 0 1");
    }

    @Test
    void two_empty_bins_are_on_offer_until_the_items_run_out() {
        var offered = new java.util.ArrayList<Integer>();
        Object rule =
                BinPackingTask.wide(
                        (_, bins) -> {
                            offered.add(bins.length);
                            return new double[bins.length];
                        });
        BinPackingTask.bins(rule, BinPackingTask.instance(10, NO_LIMIT, 10, 10, 10));
        assertThat(offered).containsExactly(2, 2, 1);
    }

    @Test
    void bins_are_numbered_in_the_order_of_opening_even_if_one_is_left_out() {
        Object last =
                BinPackingTask.wide(
                        (_, bins) -> {
                            double[] scores = new double[bins.length];
                            scores[bins.length - 1] = 1;
                            return scores;
                        });
        assertThat(BinPackingTask.bins(last, BinPackingTask.instance(10, NO_LIMIT, 1, 1, 1, 1)))
                .isEqualTo("0 1 1 1");
    }

    @Test
    void packing_stops_when_more_bins_are_open_than_allowed() {
        Object worst = BinPackingTask.perBin((_, left) -> left);
        assertThat(BinPackingTask.bins(worst, BinPackingTask.instance(10, 2, 1, 1, 1, 1, 1)))
                .isEqualTo("0 1 2");
    }
}
