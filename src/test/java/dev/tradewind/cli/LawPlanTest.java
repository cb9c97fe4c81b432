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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// `law plan`, on ladders of all kinds.
final class LawPlanTest {

    private static final String LADDER =
            """
            ladder:
              - provider: ollama
                model: small
                size: 1.5 B
                price: {input: 0.02 USD, output: 0.04 USD}
              - provider: ollama
                model: middle
                size: 8 B
                price: {input: 0.1 USD, output: 0.2 USD}
              - provider: ollama
                model: large
                size: 70 B
                price: {input: 0.6 USD, output: 0.9 USD}
              - breeding
            """;

    @TempDir Path folder;

    private Said plan(String ladder, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("ladder.yaml"), ladder);
        List<Object> arguments = new ArrayList<>(List.of("law", "plan", file));
        arguments.addAll(List.of(more));
        return Said.by(arguments.toArray());
    }

    @Test
    void the_document_has_what_was_promised() throws IOException {
        Said said = plan(LADDER, "--json", "--budget", "5 USD", "--demand", "100");
        assertThat(said.code()).isZero();
        JsonNode document = said.document();
        assertThat(document.get("rung").asText()).isEqualTo("small");
        assertThat(document.get("regret_low").asDouble()).isNotNegative();
        assertThat(document.get("regret_high").asDouble())
                .isGreaterThanOrEqualTo(document.get("regret_low").asDouble());
        assertThat(document.get("saving_against_largest").asDouble()).isBetween(0.5, 1.0);
        assertThat(shares(document)).isCloseTo(1, within(1e-9));
        assertThat(document.at("/mixture/large").asDouble()).isEqualTo(0.05);
        assertThat(document.get("optima").properties()).hasSize(3);
        assertThat(document.at("/budget/proposals").asDouble()).isPositive();
        assertThat(document.at("/demand/cost/usd").asDouble())
                .isLessThan(document.at("/demand/cost_of_largest/usd").asDouble());
        assertThat(said.out()).doesNotContain("NaN");
    }

    private static double shares(JsonNode document) {
        return StreamSupport.stream(document.get("mixture").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"0, small", "0.001 USD, middle", "0.01 USD, large"})
    void the_dearer_an_evaluation_the_larger_the_rung(String evaluation, String rung)
            throws IOException {
        Said said = plan(LADDER, "--evaluation-cost", evaluation, "--json");
        assertThat(said.document().get("rung").asText()).isEqualTo(rung);
    }

    @Test
    void a_law_of_ones_own_counts_in_place_of_the_published() throws IOException {
        String[] flat = {"--law", "1,0.001,0.3", "--evaluation-cost", "0.01 USD", "--json"};
        JsonNode document = plan(LADDER, flat).document();
        assertThat(document.get("rung").asText()).isEqualTo("small");
        assertThat(document.at("/law/a").asDouble()).isEqualTo(0.001);
        assertThat(document.get("law_source").asText()).isEqualTo("--law");
    }

    @Test
    void people_read_units_assumptions_and_where_the_law_comes_from() throws IOException {
        Path picture = folder.resolve("plan.svg");
        Said said = plan(LADDER, "--budget", "1 h", "--svg", picture.toString());
        assertThat(said.out())
                .contains("Ask small, counted in usd", "seconds", "flop", "published families")
                .contains("Assumed: an evaluation costs 1 CPU s", "3600 s buys about");
        assertThat(picture).content().contains("<svg", "Cost of an improvement by size");
    }

    @Test
    void one_rung_leaves_nothing_to_choose() throws IOException {
        Said said = plan("ladder: [breeding]\n", "--json");
        assertThat(said.code()).isZero();
        assertThat(said.document().get("rung").asText()).isEqualTo("breeding");
        assertThat(said.document().at("/mixture/breeding").asDouble()).isEqualTo(1);
        assertThat(said.out()).contains("only rung", "cannot be concluded");
    }

    @Test
    void without_sizes_nothing_is_concluded() throws IOException {
        assertThat(plan("ladder: [breeding, tuning]\n").err())
                .contains("no model of known size", "breeding, tuning", "two are needed");
        String hosted = "{provider: ollama, model: %s, size: unknown, price: free}";
        Said said =
                plan("ladder: [%s, %s]\n".formatted(hosted.formatted("m"), hosted.formatted("n")));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("m, n", "8 B");
    }

    @Test
    void prices_that_fall_with_size_are_pointed_out() throws IOException {
        Said said = plan(LADDER.replace("0.6 USD", "0.01 USD").replace("0.9 USD", "0.01 USD"));
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("Ask large", "large is larger than middle and cheaper")
                .contains("the best rung depends on what is counted");
    }

    @Test
    void a_free_ladder_is_counted_in_seconds() throws IOException {
        String free = LADDER.replaceAll("price: \\{[^}]*}", "price: free");
        JsonNode document = plan(free, "--json").document();
        assertThat(document.get("by").asText()).isEqualTo("seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "--law,             '1,2',   takes three numbers",
        "--law,             '1,-2,1', scale a is a number more than 0",
        "--evaluation-cost, 5,       has no unit",
        "--evaluation-cost, 7 tokens, is no cost of an evaluation",
        "--demand,          -3,      a number of at least 0",
        "--demand,          NaN,     a number of at least 0",
        "--gain-growth,     NaN,     a number of at least 0",
        "--cpu-price,       0,       costs more than 0 USD",
        "--cached-tokens,   9000,    cannot be",
        "--budget,          soon,    is no amount"
    })
    void an_option_that_means_nothing_is_refused(String option, String value, String message)
            throws IOException {
        Said said = plan(LADDER, option, value);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(option, message);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void a_file_that_is_no_ladder_is_refused_with_its_place() throws IOException {
        assertThat(plan("rungs: []\n").err()).contains("ladder.yaml:1", "rungs");
        assertThat(plan("ladder: []\n").err()).contains("has no rung");
        assertThat(Said.by("law", "plan", folder.resolve("gone.yaml")).err())
                .contains("is missing");
    }
}
