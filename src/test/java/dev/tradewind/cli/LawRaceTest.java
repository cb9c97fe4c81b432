package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Races that would teach nothing are refused before they begin.
final class LawRaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --policies=laws       | "laws" is no policy; there are: law, law-thompson
                    --budget=20 s         | 20 s is time on the clock
                    --budget=20 s         | Say CPU time, '20 CPU s', or evaluations.
                    --ladder=[breeding]   | there is one rung, breeding, so nothing to choose
                    --ladder=none.yaml    | is neither a list of rungs nor a file that holds one
                    --seeds=1             | 1 is not a count from 2 to 1,000
                    --side-by-side=0      | 0 is not a count from 1 to 256
                    --target=NaN          | NaN is no score
                    """)
    void what_teaches_nothing_is_refused(String option, String why) {
        Said said = Said.by("law", "race", "evaluators/bin-packing", option);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(why);
    }
}
