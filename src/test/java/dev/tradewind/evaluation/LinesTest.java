package dev.tradewind.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.RunAnswer.Certificates;
import dev.tradewind.evaluation.RunAnswer.Stopped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

final class LinesTest {

    @Test
    void each_line_is_the_certificate_of_its_instance() throws IOException {
        Certificates found = (Certificates) of("[1, 2]\n{\"order\": []}\n", 2);
        assertThat(found.count()).isEqualTo(2);
        assertThat(new String(found.certificate(1).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"order\": []}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `1\n`               | 1 | no line
                    `1\n2\n3\n`         | 1 | a line too many
                    `1\n2`              | 1 | without an end
                    `1\nscore: 100\n`   | 1 | no JSON
                    `1\n2 3\n`          | 1 | more than one JSON value
                    `\n2\n`             | 0 | an empty line
                    `1\n[1\n`           | 1 | no JSON
                    """)
    void other_output_is_no_result(String output, int instance, String why) {
        assertThat(of(output.replace("\\n", "\n"), 2))
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped -> {
                            assertThat(stopped.cause()).isEqualTo(FailureCause.INVALID_RESULT);
                            assertThat(stopped.instance()).isEqualTo(instance);
                            assertThat(stopped.detail()).contains(why);
                        });
    }

    @Test
    void a_run_may_say_why_it_stops() {
        assertThat(of("1\n{\"stop\": \"HOPELESS\", \"detail\": \"slow\"}\n", 3))
                .isEqualTo(new Stopped(FailureCause.HOPELESS, 1, "slow"));
    }

    @ParameterizedTest
    @CsvSource({"EVALUATOR_FAULT", "scored", "DUPLICATE"})
    void but_not_by_a_cause_that_is_for_others_to_say(String word) {
        assertThat(of("{\"stop\": \"%s\"}\n".formatted(word), 1))
                .isInstanceOfSatisfying(
                        Stopped.class,
                        stopped ->
                                assertThat(stopped.cause()).isEqualTo(FailureCause.INVALID_RESULT));
    }

    private static RunAnswer of(String output, int wanted) {
        return Lines.of(output.getBytes(StandardCharsets.UTF_8), wanted);
    }
}
