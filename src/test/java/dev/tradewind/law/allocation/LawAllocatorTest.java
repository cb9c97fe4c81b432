package dev.tradewind.law.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class LawAllocatorTest {

    private static final List<Contender> SIZES =
            Stream.of(1.0, 4.0, 16.0).map(LawAllocatorTest::sized).toList();
    private static final List<Contender> BESIDE =
            Stream.of("breeding", "tuning").map(LawAllocatorTest::beside).toList();

    private static Contender sized(double size) {
        return new Contender(
                "size " + size, new Position.OnCurve("models", size), 1 + size / 10, 1);
    }

    private static Contender beside(String name) {
        return new Contender(name, new Position.Beside(), 1, 1);
    }

    private static List<String> names(List<Contender> ladder) {
        return ladder.stream().map(Contender::name).toList();
    }

    /// What is asked in 300 proposals of which those of one rung succeed now and then.
    private static List<String> asked(Allocator allocator, List<Contender> ladder, String good) {
        SplittableRandom random = new SplittableRandom(7);
        List<String> asked = new ArrayList<>();
        for (int turn = 0; turn < 300; turn++) {
            String rung = allocator.next(names(ladder), random).ranking().getFirst();
            asked.add(rung);
            allocator.launched(rung);
            allocator.observe(outcome(rung, rung.equals(good) && turn % 4 == 0));
        }
        return asked;
    }

    private static Observation outcome(String rung, boolean success) {
        return new Observation(rung, success ? Level.BEAT_BEST : Level.READ, success ? 0.5 : 0, 1);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void equal_calls_lead_to_equal_decisions(Policy policy) {
        assertThat(asked(Allocators.of(policy, SIZES), SIZES, "size 4.0"))
                .isEqualTo(asked(Allocators.of(policy, SIZES), SIZES, "size 4.0"));
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void a_single_rung_is_always_asked(Policy policy) {
        List<Contender> one = SIZES.subList(0, 1);
        assertThat(asked(Allocators.of(policy, one), one, "")).containsOnly("size 1.0");
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void without_any_success_every_number_stays_one(Policy policy) {
        List<Contender> ladder = Stream.concat(SIZES.stream(), BESIDE.stream()).toList();
        Allocator allocator = Allocators.of(policy, ladder);
        assertThat(asked(allocator, ladder, "nobody")).hasSize(300);
        assertThat(allocator.beliefs()).allSatisfy(LawAllocatorTest::sound);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void where_all_have_one_size_the_one_that_succeeds_is_found(Policy policy) {
        List<Contender> same =
                Stream.of("a", "b", "c")
                        .map(name -> new Contender(name, new Position.OnCurve("m", 2), 1, 1))
                        .toList();
        Allocator allocator = Allocators.of(policy, same);
        assertThat(asked(allocator, same, "b")).contains("b");
        assertThat(allocator.beliefs()).allSatisfy(LawAllocatorTest::sound);
    }

    private static void sound(Belief belief) {
        assertThat(belief.success()).isBetween(0.0, 1.0);
        assertThat(belief.low()).isBetween(0.0, belief.high());
        assertThat(belief.high()).isBetween(belief.low(), 1.0);
        assertThat(belief.gain()).isNotNegative().isFinite();
        assertThat(belief.cost()).isPositive().isFinite();
        assertThat(belief.share()).isBetween(0.0, 1.0);
    }

    @Test
    void beside_all_curves_the_rung_that_succeeds_is_asked_most() {
        Allocator law = Allocators.of(Policy.LAW, BESIDE);
        assertThat(asked(law, BESIDE, "tuning"))
                .filteredOn("tuning"::equals)
                .hasSizeGreaterThan(200);
    }

    @Test
    void shares_sum_to_one() {
        Allocator law = Allocators.of(Policy.LAW, SIZES);
        var _ = asked(law, SIZES, "size 4.0");
        assertThat(law.beliefs().stream().mapToDouble(Belief::share).sum())
                .isBetween(0.999999, 1.000001);
    }

    @Test
    void asking_for_a_decision_changes_nothing() {
        Allocator law = Allocators.of(Policy.LAW, SIZES);
        var _ = asked(law, SIZES, "size 4.0");
        Allocation first = law.next(names(SIZES), new SplittableRandom(1));
        assertThat(law.next(names(SIZES), new SplittableRandom(1))).isEqualTo(first);
    }

    @Test
    void a_rung_a_thousand_times_as_dear_takes_little_of_the_cost_by_its_floor() {
        List<Contender> ladder =
                List.of(
                        new Contender("small", new Position.OnCurve("m", 1), 1, 1),
                        new Contender("large", new Position.OnCurve("m", 2), 1000, 1));
        Allocator law = Allocators.of(Policy.LAW, ladder);
        assertThat(asked(law, ladder, "small")).containsOnly("small");
    }

    @Test
    void what_a_rung_does_tells_something_of_the_other_sizes() {
        Allocator law = Allocators.of(Policy.LAW, SIZES);
        double before = law.beliefs().getLast().success();
        for (int turn = 0; turn < 400; turn++) {
            law.observe(outcome("size 4.0", false));
        }
        assertThat(law.beliefs().getLast().success()).isLessThan(before / 2);
    }

    @Test
    void a_rung_of_another_ladder_is_refused_by_name() {
        Allocator law = Allocators.of(Policy.LAW, SIZES);
        assertThatThrownBy(() -> law.launched("gpt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"gpt\" is no rung")
                .hasMessageContaining("size 16.0");
    }

    @Test
    void a_ladder_without_rungs_or_with_two_of_a_name_is_refused() {
        assertThatThrownBy(() -> Allocators.of(Policy.LAW, List.of()))
                .hasMessageContaining("at least one rung");
        assertThatThrownBy(() -> Allocators.of(Policy.LAW, List.of(sized(1), sized(1))))
                .hasMessageContaining("two rungs");
    }

    @Test
    void twice_the_money_buys_more_but_not_twice_as_much_where_it_gets_harder() {
        LawAllocator law = new LawAllocator(SIZES, new Greedy(), Assumptions.USUAL);
        var _ = asked(law, SIZES, "size 4.0");
        Forecast once = law.forecast(1000);
        Forecast twice = law.forecast(2000);
        assertThat(twice.improvements().mean()).isGreaterThan(once.improvements().mean());
        assertThat(once.improvements().low()).isLessThan(once.improvements().high());
        assertThat(once.gain()).isNotNull();
    }

    @Test
    void no_money_buys_nothing_and_no_gain_is_foretold_of_unknown_scale() {
        LawAllocator law = new LawAllocator(SIZES, new Greedy(), Assumptions.USUAL);
        assertThat(law.forecast(0).improvements()).isEqualTo(new Band(0, 0, 0));
        assertThat(law.forecast(10).gain()).isNull();
    }
}
