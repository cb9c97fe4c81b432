package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.random.RandomGenerator;

class QuantizerSourcesTest {

    private static final byte[] SECRET = {1, 2, 3};

    private static float[] weights(String source) {
        RandomGenerator random = QuantizerTask.secretStream(SECRET, source);
        return QuantizerTask.weights(source, random, 256, 1024);
    }

    /// The mean of a power over the same power of the root of the mean square.
    private static double moment(float[] weights, int power) {
        double sum = 0;
        for (float weight : weights) {
            sum += Math.pow(weight, power);
        }
        return sum / weights.length;
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 3, 0.1", "LAPLACIAN, 6, 0.4", "STUDENT_T5, 9, 3", "CORRELATED, 3, 0.1"})
    void a_source_of_variance_1_has_its_kurtosis(String source, double kurtosis, double tolerance) {
        float[] weights = weights(source);
        double variance = moment(weights, 2);

        assertThat(variance).isCloseTo(1, within(0.03));
        assertThat(moment(weights, 4) / variance / variance).isCloseTo(kurtosis, within(tolerance));
    }

    @Test
    void a_correlated_weight_leans_on_the_one_to_its_left() {
        float[] weights = weights("CORRELATED");
        double products = 0;
        for (int at = 1; at < weights.length; at++) {
            products += weights[at] * weights[at - 1];
        }

        assertThat(products / weights.length).isCloseTo(0.5, within(0.02));
    }

    @Test
    void one_column_in_a_hundred_is_eight_times_as_loud() {
        float[] weights = weights("OUTLIERS");
        int loud = 0;
        for (int column = 0; column < 1024; column++) {
            double squares = 0;
            for (int row = 0; row < 256; row++) {
                squares += Math.pow(weights[row * 1024 + column], 2);
            }
            loud += squares / 256 > 16 ? 1 : 0;
        }

        assertThat(loud).isBetween(7, 10);
    }

    @Test
    void equal_secrets_and_names_give_equal_numbers_and_no_others_do() {
        long first = QuantizerTask.secretStream(SECRET, "TRAINING/x/0").nextLong();

        assertThat(QuantizerTask.secretStream(SECRET, "TRAINING/x/0").nextLong()).isEqualTo(first);
        assertThat(QuantizerTask.secretStream(SECRET, "TEST/x/0").nextLong()).isNotEqualTo(first);
        assertThat(QuantizerTask.secretStream(new byte[] {1}, "TRAINING/x/0").nextLong())
                .isNotEqualTo(first);
    }
}
