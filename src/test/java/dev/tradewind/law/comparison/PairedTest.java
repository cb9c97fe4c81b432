package dev.tradewind.law.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PairedTest {

    /// Extra hours of sleep from one drug over another (Student, "The probable error of a mean",
    /// 1908); interval as R's `t.test(extra ~ group, paired = TRUE)` gives it.
    @Test
    void the_interval_of_the_sleep_data_is_the_published_one() {
        Paired sleep = Paired.of(new double[] {1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4});
        assertThat(sleep.mean()).isCloseTo(1.58, within(1e-12));
        assertThat(sleep.low()).isCloseTo(0.7001142, within(1e-7));
        assertThat(sleep.high()).isCloseTo(2.4598858, within(1e-7));
        assertThat(sleep.pairs()).isEqualTo(10);
    }

    /// Nine of nine that have a sign: 2 / 2^9.
    @Test
    void the_sign_test_leaves_out_what_has_no_sign() {
        Paired sleep = Paired.of(new double[] {1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4});
        assertThat(sleep.above()).isEqualTo(9);
        assertThat(sleep.below()).isZero();
        assertThat(sleep.sign()).isCloseTo(2.0 / 512, within(1e-12));
    }

    /// One of eight: 2 (1 + 8) / 2^8.
    @Test
    void the_sign_test_has_two_sides() {
        Paired split = Paired.of(new double[] {-1, -2, -3, -4, 5, -6, -7, -8});
        assertThat(split.sign()).isCloseTo(18.0 / 256, within(1e-12));
        assertThat(Paired.of(new double[] {1, -1}).sign()).isEqualTo(1);
    }

    @Test
    void equal_all_along_is_a_difference_of_nothing() {
        assertThat(Paired.of(new double[3])).isEqualTo(new Paired(3, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void one_pair_or_no_number_concludes_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paired.of(new double[] {1}))
                .withMessageContaining("at least 2 differences, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paired.of(new double[] {1, Double.NaN}))
                .withMessageContaining("NaN");
    }
}
