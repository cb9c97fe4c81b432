package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Judgement.Counted;
import dev.tradewind.evaluation.Judgement.Invalid;
import dev.tradewind.evaluation.Split;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Cap sets: known sizes, and a scorer that believes nothing.
final class CapSetTest {

    /// Dimension 3: 27 vectors.
    private static final Object CUBE = CapSetTask.plain(3);

    private static final Object NO_PREFERENCE = CapSetTask.rule(_ -> 0);

    /// Places other than zero of each block, as bits.
    private static final Set<Integer> BLOCKS = Set.of(7, 11, 21, 41, 49, 26, 38, 50, 28, 44);

    private static double design(int[] vector) {
        int places = 0;
        int twos = 0;
        for (int at = 0; at < vector.length; at++) {
            places += vector[at] == 0 ? 0 : 1 << at;
            twos += vector[at] / 2;
        }
        return places == 63 ? 1 - twos % 2 : BLOCKS.contains(places) ? 1 : 0;
    }

    @ParameterizedTest
    @CsvSource({"3, 8", "4, 16", "5, 32", "6, 64", "7, 128", "8, 256"})
    void without_preference_two_to_the_power_of_n_are_taken(int n, int size) throws IOException {
        assertThat(run(NO_PREFERENCE, CapSetTask.plain(n))).isEqualTo(new Counted(Tally.of(size)));
    }

    @Test
    void the_largest_cap_set_of_dimension_6_is_reached_in_every_order() throws IOException {
        Object rule = CapSetTask.rule(CapSetTest::design);
        for (Split split : List.of(Split.TRAINING, Split.VALIDATION)) {
            for (Object instance : CapSetTask.suites(split, 5).getFirst().instances()) {
                assertThat(run(rule, instance)).isEqualTo(new Counted(Tally.of(112)));
            }
        }
    }

    @Test
    void without_preference_no_order_is_better_than_another() throws IOException {
        for (Object instance : CapSetTask.suites(Split.VALIDATION, 3).getFirst().instances()) {
            assertThat(run(NO_PREFERENCE, instance)).isEqualTo(new Counted(Tally.of(64)));
        }
    }

    @Test
    void the_search_sees_other_orders_than_those_that_choose_and_none_of_the_test()
            throws IOException {
        assertThat(shape(Split.TRAINING)).containsExactly("n6 4");
        assertThat(shape(Split.VALIDATION)).containsExactly("n6 8");
        assertThat(shape(Split.TEST))
                .containsExactly("n3 1", "n4 1", "n5 1", "n6 1", "n7 1", "n8 1");
    }

    @Test
    void orders_follow_from_the_seed() {
        assertThat(written(7)).isEqualTo(written(7)).isNotEqualTo(written(8));
    }

    @Test
    void an_honest_certificate_is_counted() throws IOException {
        assertThat(judge(4, 0, 1, 3, 4)).isEqualTo(new Counted(Tally.of(4)));
        assertThat(judge(0)).isEqualTo(new Counted(Tally.of(0)));
    }

    @Test
    void three_on_a_line_are_found_wherever_they_stand() throws IOException {
        assertThat(judge(3, 0, 1, 2)).isEqualTo(new Invalid("000, 001 and 002 lie on a line"));
        assertThat(judge(4, 5, 26, 13, 0)).isEqualTo(new Invalid("222, 111 and 000 lie on a line"));
        assertThat(judge(5, 25, 9, 4, 12, 17)).isInstanceOf(Counted.class);
        assertThat(judge(4, 9, 18, 1, 0)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_vector_taken_twice_counts_for_nothing() throws IOException {
        assertThat(judge(2, 13, 13)).isEqualTo(new Invalid("111 was taken twice"));
    }

    @ParameterizedTest
    @ValueSource(ints = {27, 28, 65_535})
    void a_vector_of_another_dimension_is_found(int vector) throws IOException {
        assertThat(judge(2, 0, vector)).isEqualTo(new Invalid("there is no vector " + vector));
    }

    @Test
    void an_impossible_number_of_vectors_is_refused_before_memory_is_taken() throws IOException {
        assertThat(judge(Integer.MAX_VALUE)).isInstanceOf(Invalid.class);
        assertThat(judge(Integer.MIN_VALUE)).isInstanceOf(Invalid.class);
        assertThat(judge(28)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_certificate_that_ends_early_cannot_be_read() {
        assertThatThrownBy(() -> judge(3, 0, 1)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> CapSetTask.judge(CUBE, new byte[2]))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void a_hostile_reason_becomes_one_short_line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(-1);
        out.writeUTF("\u001b[31m\n".repeat(1_000));
        assertThat(CapSetTask.judge(CUBE, bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.why())
                                        .hasSizeLessThanOrEqualTo(200)
                                        .doesNotContain("\n", "\u001b"));
    }

    @Test
    void bad_answers_are_named() throws IOException {
        assertThat(run(CapSetTask.rule(vector -> vector[1] == 2 ? Double.NaN : 0), CUBE))
                .isEqualTo(new Invalid("NaN for the vector [0, 2, 0]"));
        assertThat(run("no rule", CUBE))
                .isEqualTo(new Invalid("the class does not implement caps.Priority"));
    }

    @Test
    void infinities_are_priorities_and_both_zeros_are_one() throws IOException {
        Object last = CapSetTask.rule(vector -> vector[0] == 0 ? Double.NEGATIVE_INFINITY : 0);
        assertThat(run(last, CUBE)).isInstanceOf(Counted.class);
        Object signed = CapSetTask.rule(vector -> vector[2] == 2 ? 0.0 : -0.0);
        assertThat(CapSetTask.certificate(signed, CUBE))
                .isEqualTo(CapSetTask.certificate(NO_PREFERENCE, CUBE));
    }

    @Test
    void a_rule_that_changes_what_it_is_shown_changes_nothing() {
        Object meddling =
                CapSetTask.rule(
                        vector -> {
                            double own = vector[0];
                            Arrays.fill(vector, 9);
                            return own;
                        });
        assertThat(CapSetTask.certificate(meddling, CUBE))
                .isEqualTo(CapSetTask.certificate(CapSetTask.rule(vector -> vector[0]), CUBE));
    }

    @Test
    void a_certificate_is_printed_as_vectors() throws IOException {
        byte[] certificate = CapSetTask.certificate(NO_PREFERENCE, CUBE);
        assertThat(CapSetTask.scorer().describe(CUBE, CapSetTask.input(certificate)))
                .isEqualTo("000 001 010 011 100 101 110 111");
    }

    private static List<String> shape(Split split) {
        return CapSetTask.suites(split, 1).stream()
                .map(suite -> suite.name() + " " + suite.instances().size())
                .toList();
    }

    private static List<String> written(long seed) {
        Suite<Object> suite = CapSetTask.suites(Split.TRAINING, seed).getFirst();
        return suite.instances().stream()
                .map(instance -> HexFormat.of().formatHex(CapSetTask.written(instance)))
                .toList();
    }

    private static Judgement run(Object rule, Object instance) throws IOException {
        return CapSetTask.judge(instance, CapSetTask.certificate(rule, instance));
    }

    private static Judgement judge(int count, int... vectors) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(count);
        for (int vector : vectors) {
            out.writeShort(vector);
        }
        return CapSetTask.judge(CUBE, bytes.toByteArray());
    }
}
