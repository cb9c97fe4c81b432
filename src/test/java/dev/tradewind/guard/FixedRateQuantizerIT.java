package dev.tradewind.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What classical quantizers come to at 2 bits, and that cheating pays nothing.
final class FixedRateQuantizerIT extends QuantizerExamplesIT {

    /// The head of five bytes, spread over 16 Ki weights.
    private static final double HEAD = 8.0 * 5 / (1 << 14);

    @Override
    String folder() {
        return "evaluators/quantizer/fixed";
    }

    @ParameterizedTest
    @CsvSource({
        "uniform, 0.11885, 0.02",
        "lloyd max, 0.11748, 0.02",
        "rotated lloyd max, 0.11748, 0.02",
        "e8, 0.0915, 0.02",
        "trellis, 0.0778, 0.02"
    })
    void a_classical_quantizer_reaches_its_known_distortion(
            String name, double distortion, double tolerance) {
        double gap = 2 + HEAD + 0.5 * Math.log(distortion) / Math.log(2);

        assertThat(gapOfBaseline(name)).isCloseTo(gap, within(tolerance));
    }

    @Test
    void a_giant_table_is_charged_for() {
        double text = 4800 * Character.BYTES;
        double charge = 8 * (text - 1024) / (1 << 20);

        assertThat(gapOfExample("cheating/carries-a-giant-table") - gapOfSeed())
                .isBetween(charge, charge + 0.003);
    }

    @ParameterizedTest
    @CsvSource({
        "cheating/recreates-the-weights",
        "cheating/remembers-its-table",
        "cheating/reads-other-records",
        "cheating/writes-into-the-code"
    })
    void what_the_decoder_is_not_told_is_of_no_use(String name) {
        assertThat(gapOfExample(name)).isGreaterThan(1.9);
    }
}
