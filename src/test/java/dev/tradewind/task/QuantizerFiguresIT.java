package dev.tradewind.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Objects;

/// Distortions on Gaussian weights of variance 1, each through a stream that is written, read and
/// decoded, against what is known of them.
@Tag("long")
final class QuantizerFiguresIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Lloyd-Max 2 bits;     2; 0.1175;  0.005",
                "Lloyd-Max 3 bits;     3; 0.03454; 0.005",
                "Lloyd-Max 4 bits;     4; 0.00950; 0.005",
                "1MAD L=16;            2; 0.0696;  0.015",
                "3INST L=16;           2; 0.0688;  0.015"
            })
    void a_published_code_comes_to_its_published_distortion(
            String name, int bits, double known, double tolerance) {
        double distortion = figure(name);

        assertThat(distortion).isBetween(known * (1 - tolerance), known * (1 + tolerance));
        assertThat(distortion).isGreaterThan(limit(bits));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "trellis L=8, floats;  2; 0.0785",
                "trellis L=8, bytes;   2; 0.0785",
                "trellis L=12, floats; 2; 0.0730"
            })
    void a_trained_trellis_comes_below_what_plain_training_reached_before(
            String name, int bits, double known) {
        double distortion = figure(name);

        assertThat(distortion).isLessThan(known);
        assertThat(distortion).isGreaterThan(limit(bits));
    }

    private static double figure(String name) {
        return Objects.requireNonNull(QuantizerTask.figures().get(name), name).getAsDouble();
    }

    /// Shannon's, for a Gaussian source.
    private static double limit(int bits) {
        return Math.scalb(1.0, -2 * bits);
    }
}
