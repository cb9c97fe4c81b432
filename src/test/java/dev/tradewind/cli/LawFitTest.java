package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `law fit`, on the published table and on tables of a user's own.
final class LawFitTest {

    private static final Path PUBLISHED =
            Path.of("src/main/resources/dev/tradewind/law/sampling/published-pass-rates.csv");
    private static final String CODEX = "--where=family=Codex,benchmark=HumanEval,k=1";

    @TempDir Path folder;

    private Said fit(String table, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("rungs.csv"), table);
        Object[] arguments = new Object[3 + more.length];
        System.arraycopy(new Object[] {"law", "fit", file}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Said.by(arguments);
    }

    @Test
    void the_document_has_estimates_with_intervals_and_the_held_out_error() throws IOException {
        Said said = Said.by("law", "fit", PUBLISHED, "--kind", "success", CODEX, "--json");
        assertThat(said.code()).isZero();
        JsonNode document = said.document();
        for (String name : new String[] {"e0", "a", "g"}) {
            JsonNode estimate = document.at("/estimates/" + name);
            assertThat(estimate.get("low").asDouble()).isLessThan(estimate.get("value").asDouble());
            assertThat(estimate.get("high").asDouble())
                    .isGreaterThan(estimate.get("value").asDouble());
        }
        assertThat(document.at("/estimates/g/value").asDouble()).isCloseTo(0.3047, within(1e-3));
        assertThat(document.get("held_out_error").asDouble()).isCloseTo(-0.077, within(0.005));
        assertThat(document.at("/leave_one_out/lead").asDouble()).isPositive();
        assertThat(document.get("forms")).hasSize(4);
        assertThat(document.get("interval").asDouble()).isEqualTo(0.95);
        assertThat(said.out()).doesNotContain("NaN");
    }

    @Test
    void the_table_says_which_interval_and_how_forms_compare() {
        Said said = Said.by("law", "fit", PUBLISHED, CODEX, "--at", "70");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("95 % low", "80 % low", "logit p", "-7.68", "+49.29", "nats better");
    }

    @Test
    void counts_are_fitted_too_and_drawn() throws IOException {
        Path picture = folder.resolve("fit.svg");
        Said said =
                fit(
                        "size,successes,trials\n1,0,99\n4,9,99\n16,31,99\n64,44,99\n99,45,99\n",
                        "--svg",
                        picture);
        assertThat(said.code()).isZero();
        assertThat(picture).content().contains("<svg", "Success by size");
    }

    @Test
    void an_extrapolation_beyond_two_orders_of_magnitude_is_asked_for() throws IOException {
        Said refused = Said.by("law", "fit", PUBLISHED, CODEX, "--at", "5000");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--at: 5000", "2.6 orders of magnitude", "--far");
        Said said = Said.by("law", "fit", PUBLISHED, CODEX, "--at", "5000", "--far", "--json");
        assertThat(said.document().at("/forecasts/0/far").asBoolean()).isTrue();
    }

    @Test
    void several_series_in_one_table_are_not_one_law() {
        Said said = Said.by("law", "fit", PUBLISHED);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("several of family", "--where 'family=Code Llama'");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,1,9\n2,2,9\n4,3,9\n', '3 sizes'",
        "'1,1,9\n1,2,9\n1,3,9\n1,3,9\n', '1 size:'",
        "'1,0,50\n2,0,50\n4,0,50\n8,0,50\n', 'nothing succeeded in 200 trials'",
        "'1,9,50\n2,7,50\n4,5,50\n8,3,50\n16,1,50\n', 'hardly grows|does not grow'",
        "'1,1,9\nNaN,2,9\n4,3,9\n8,3,9\n', 'rungs.csv:3  size: \"NaN\" is no finite number'",
        "'1,1,9\n2,-2,9\n4,3,9\n8,3,9\n', 'rungs.csv:3 .*-2 successes of 9 trials'",
        "'1,1,9\n2,many,9\n', 'rungs.csv:3  successes: \"many\" is no whole number'"
    })
    void what_determines_no_law_is_said(String rows, String message) throws IOException {
        Said said = fit("size,successes,trials\n" + rows);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).containsPattern(message);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void a_table_without_success_says_what_it_lacks() throws IOException {
        assertThat(fit("size,loss\n1,2\n").err()).contains("rungs.csv:2", "\"successes\"");
        assertThat(fit("size\n").err()).contains("no rows below its heading");
        assertThat(Said.by("law", "fit", folder.resolve("gone.csv")).err())
                .contains("does not exist");
    }
}
