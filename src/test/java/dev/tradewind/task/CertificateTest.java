package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.evaluation.Judgement;
import dev.tradewind.evaluation.Judgement.Counted;
import dev.tradewind.evaluation.Judgement.Hopeless;
import dev.tradewind.evaluation.Judgement.Invalid;
import dev.tradewind.evaluation.Tally;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// The scorer believes nothing it has not counted itself.
final class CertificateTest {

    private static final int MOST_BINS = 3;

    /// Bound: 2 bins.
    private static final Object INSTANCE = BinPackingTask.instance(10, MOST_BINS, 6, 6, 4, 1);

    @Test
    void an_honest_certificate_is_counted() throws IOException {
        assertThat(judge(4, 0, 1, 0, 1)).isEqualTo(new Counted(Tally.of(2, 2)));
    }

    @Test
    void an_overfull_bin_is_found() throws IOException {
        assertThat(judge(4, 0, 0, 1, 1)).isEqualTo(new Invalid("item 1 fills bin 0 to 12"));
    }

    @Test
    void a_bin_that_was_never_opened_is_found() throws IOException {
        assertThat(judge(4, 0, 2, 1, 1))
                .isEqualTo(new Invalid("item 1 put in bin 2 when 1 were open"));
        assertThat(judge(4, 65_535, 0, 0, 0)).isInstanceOf(Invalid.class);
    }

    @Test
    void items_left_out_are_missed() throws IOException {
        assertThat(judge(3, 0, 1, 0)).isEqualTo(new Invalid("only 3 of 4 items packed"));
        assertThat(judge(0)).isInstanceOf(Invalid.class);
    }

    @Test
    void an_impossible_number_of_items_is_refused_before_memory_is_taken() throws IOException {
        assertThat(judge(Integer.MAX_VALUE)).isInstanceOf(Invalid.class);
        assertThat(judge(Integer.MIN_VALUE)).isInstanceOf(Invalid.class);
        assertThat(judge(5, 0, 1, 0, 1, 1)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_certificate_that_ends_early_cannot_be_read() {
        assertThatThrownBy(() -> judge(4, 0, 1)).isInstanceOf(EOFException.class);
    }

    @Test
    void giving_up_is_believed_only_with_enough_bins_to_show() throws IOException {
        assertThat(judgeOn(INSTANCE, 3, 0, 1, 2)).isInstanceOf(Invalid.class);
        Object longer = BinPackingTask.instance(10, MOST_BINS, 6, 6, 6, 6, 1, 1);
        assertThat(judgeOn(longer, 4, 0, 1, 2, 3)).isInstanceOf(Hopeless.class);
        assertThat(judgeOn(longer, 4, 0, 1, 2, 0)).isInstanceOf(Invalid.class);
    }

    @Test
    void bad_answers_are_named() throws IOException {
        assertThat(run(BinPackingTask.perBin((_, left) -> left < 10 ? Double.NaN : 0)))
                .isEqualTo(new Invalid("scored NaN for item 4 in a bin with 4 of 10 left"));
        assertThat(run(BinPackingTask.wide((_, _) -> new double[] {1})))
                .isEqualTo(new Invalid("1 scores for 2 bins"));
        assertThat(run(BinPackingTask.wide((_, _) -> new double[] {1, Double.NaN})))
                .isEqualTo(new Invalid("NaN for bin 1 of 2"));
        assertThat(run("not a rule"))
                .isEqualTo(
                        new Invalid(
                                "the class implements neither packing.PerBinRule nor"
                                        + " packing.Rule"));
    }

    @Test
    void infinities_are_scores_like_others() throws IOException {
        Object never = BinPackingTask.perBin((_, _) -> Double.NEGATIVE_INFINITY);
        assertThat(run(never)).isEqualTo(new Counted(Tally.of(2, 2)));
    }

    @Test
    void a_hostile_reason_becomes_one_short_line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(-1);
        out.writeUTF("\u001b[31m\n".repeat(1_000));
        assertThat(BinPackingTask.judge(INSTANCE, bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.why())
                                        .hasSizeLessThanOrEqualTo(200)
                                        .doesNotContain("\n", "\u001b"));
    }

    private static Judgement run(Object rule) throws IOException {
        return BinPackingTask.judge(INSTANCE, BinPackingTask.certificate(rule, INSTANCE));
    }

    private static Judgement judge(int packed, int... bins) throws IOException {
        return judgeOn(INSTANCE, packed, bins);
    }

    private static Judgement judgeOn(Object instance, int packed, int... bins) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(packed);
        for (int bin : bins) {
            out.writeShort(bin);
        }
        return BinPackingTask.judge(instance, bytes.toByteArray());
    }
}
