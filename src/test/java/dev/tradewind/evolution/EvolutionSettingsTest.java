package dev.tradewind.evolution;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 300, 3000, 1, 0.4, islands is 0",
        "6, 1, 3000, 1, 0.4, capacity is 1",
        "6, 300, 0, 1, 0.4, stagnation is 0",
        "6, 300, 3000, -0.1, 0.4, temperature is -0.1",
        "6, 300, 3000, NaN, 0.4, temperature is NaN",
        "6, 300, 3000, Infinity, 0.4, temperature is Infinity",
        "6, 300, 3000, 1, 1.5, crossover is 1.5",
        "6, 300, 3000, 1, NaN, crossover is NaN",
    })
    void a_setting_out_of_range_is_refused_with_name_and_value(
            int islands,
            int capacity,
            int stagnation,
            double temperature,
            double crossover,
            String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new EvolutionSettings(
                                        islands, capacity, stagnation, temperature, crossover))
                .withMessageStartingWith(message);
    }
}
