package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LawTrainTest {

    private static Said said(String line) {
        return Said.by((Object[]) ("law train " + line).split(" "));
    }

    private static JsonNode document(String line) throws JsonProcessingException {
        Said said = said(line + " --json");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        return said.document();
    }

    private static void refused(String line, String... parts) {
        Said said = said(line);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(parts);
    }

    private static double billions(JsonNode plan) {
        return plan.get("parameters").doubleValue() / 1e9;
    }

    @Test
    void sardana_answers_by_the_contract() throws JsonProcessingException {
        JsonNode answer = document("sardana --quality-of 30e9 --demand 1e13 --constants sardana");
        assertThat(answer.get("schema").textValue()).isEqualTo("tradewind/law-train-sardana/1");
        assertThat(billions(answer)).isCloseTo(13.613, withPercentage(0.1));
        assertThat(answer.get("tokens").doubleValue()).isCloseTo(4.426e12, withPercentage(0.1));
        assertThat(answer.get("data_ratio").doubleValue()).isCloseTo(2.845, withPercentage(0.1));
        assertThat(answer.get("saving").doubleValue()).isCloseTo(0.2798, withPercentage(0.1));
        assertThat(answer.get("training_flop").doubleValue())
                .isCloseTo(6 * 13.613e9 * 4.426e12, withPercentage(0.1));
        assertThat(answer.get("inference_flop").doubleValue())
                .isCloseTo(2 * 13.613e9 * 1e13, withPercentage(0.1));
        assertThat(answer.get("cost_in").textValue()).isEqualTo("FLOP");
        assertThat(answer.get("source").textValue()).startsWith("inferred");
    }

    @ParameterizedTest
    @CsvSource({"hoffmann, 15.9", "hoffmann-tex, 13.9", "besiroglu, 11.6"})
    void other_constants_answer_otherwise(String name, double size) throws JsonProcessingException {
        JsonNode answer = document("sardana --quality-of 30e9 --demand 1e13 --constants " + name);
        assertThat(billions(answer)).isCloseTo(size, within(0.05));
    }

    @Test
    void a_loss_is_as_good_as_a_model_that_has_it() throws JsonProcessingException {
        JsonNode answer = document("sardana --loss 1.9583 --demand 1e13 --constants sardana");
        assertThat(billions(answer)).isCloseTo(13.61, withPercentage(0.1));
    }

    @Test
    void prices_give_an_optimum_in_dollars_beside_the_others() throws JsonProcessingException {
        JsonNode answer =
                document(
                        "sardana --quality-of 70e9 --demand 2e12 --constants sardana"
                                + " --price-ratio 0.657 --mfu-train 0.5 --mfu-prefill 0.5"
                                + " --mfu-decode 0.01 --input-tokens 70 --output-tokens 215");
        assertThat(answer.get("cost_in").textValue()).isEqualTo("dollars");
        assertThat(billions(answer)).isCloseTo(32.6, within(0.05));
        assertThat(answer.get("tokens").doubleValue()).isCloseTo(11.59e12, withPercentage(0.1));
        assertThat(answer.get("optima").findValuesAsText("cost_in"))
                .containsExactly("FLOP", "seconds", "dollars");
        assertThat(answer.get("optima").get(2).get("baseline_excess").doubleValue())
                .isCloseTo(0.357, within(0.0005));
        assertThat(billions(answer.get("optima").get(0))).isCloseTo(57.92, withPercentage(0.1));
        assertThat(answer.get("machines").textValue()).contains("peak ratio 2.0");
    }

    @Test
    void requests_are_a_demand_as_well() throws JsonProcessingException {
        JsonNode answer =
                document(
                        "sardana --quality-of 30e9 --requests 1.5e9 --constants sardana"
                                + " --price-ratio 0.657 --input-tokens 70 --output-tokens 215");
        assertThat(billions(answer)).isCloseTo(16.14, withPercentage(0.1));
        assertThat(answer.get("saving").doubleValue()).isCloseTo(0.1725, within(0.0001));
    }

    @Test
    void without_constants_the_spread_is_shown() throws JsonProcessingException {
        Said said = said("sardana --quality-of 30e9 --demand 1e13");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("sardana ", "hoffmann ", "hoffmann-tex ", "besiroglu ")
                .contains("13.61 B", "15.86 B", "11.62 B", "27.98 %", "FLOP");
        assertThat(said.err()).contains("published", "inferred");
        assertThat(document("sardana --quality-of 30e9 --demand 1e13").get("spread")).hasSize(4);
    }

    @Test
    void allocate_answers_by_the_contract() throws JsonProcessingException {
        JsonNode answer = document("allocate --compute 5.88e23 --constants hoffmann");
        assertThat(billions(answer)).isCloseTo(32.5, withPercentage(0.2));
        assertThat(answer.get("tokens_per_parameter").doubleValue())
                .isCloseTo(92.8, withPercentage(0.2));
        assertThat(answer.get("tokens").doubleValue())
                .isCloseTo(
                        5.88e23 / 6 / answer.get("parameters").doubleValue(), withPercentage(0.01));
    }

    @Test
    void allocate_shows_how_each_grows_with_compute() {
        Said said = said("allocate --compute 5.88e23");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("kaplan", "5.37x", "1.862x", "3.162x", "40.75 B", "73.02 B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kaplan", "approach-1", "approach-2"})
    void a_rule_of_growth_has_no_plan(String rule) {
        refused(
                "allocate --compute 1e23 --constants " + rule,
                "--constants: " + rule,
                "no plan at a given compute");
    }

    @Test
    void demand_is_planned_for_three_ways() throws JsonProcessingException {
        JsonNode answer =
                document(
                        "demand --quality-of 13e9 --median 2e12 --sigma 1 --least 0.2e12"
                                + " --most 20e12 --constants sardana");
        assertThat(billions(answer.get("expected"))).isCloseTo(6.0939, withPercentage(0.1));
        assertThat(billions(answer.get("guarded"))).isCloseTo(6.01, withPercentage(0.1));
        assertThat(answer.get("worst").doubleValue()).isCloseTo(1.199, within(0.001));
        assertThat(answer.get("regrets")).hasSize(7);
        assertThat(answer.get("regrets").get(6).get("regret").doubleValue())
                .isCloseTo(0.374, within(0.001));
        Said table = said("demand --quality-of 13e9 --median 2e12 --sigma 1");
        assertThat(table.out()).contains("10x", "37.4", "besiroglu");
    }

    @Test
    void elastic_demand_is_planned_for_with_a_warning_where_it_backfires()
            throws JsonProcessingException {
        String line = "elastic --quality-of 13e9 --demand 2e12 --constants sardana --elasticity ";
        JsonNode stiff = document(line + "0");
        assertThat(billions(stiff)).isCloseTo(6.969, withPercentage(0.1));
        assertThat(stiff.get("warning").isNull()).isTrue();
        JsonNode stretching = document(line + "1.5");
        assertThat(stretching.get("warning").textValue()).contains("more than 1");
        assertThat(stretching.get("inference_growth").doubleValue()).isGreaterThan(1);
        assertThat(said(line + "1.5").err()).contains("Beware");
    }

    @Test
    void what_cannot_be_answered_is_refused_with_the_reason() {
        String sardana = "sardana --constants sardana ";
        refused(sardana + "--demand 1e13", "--quality-of 30e9 or --loss");
        refused(sardana + "--demand 1e13 --loss 2 --quality-of 30e9", "once");
        refused(sardana + "--loss 1.5 --demand 1e13", "--loss", "1.5", "1.69");
        refused(sardana + "--loss NaN --demand 1e13", "--loss", "NaN");
        refused(sardana + "--quality-of -1 --demand 1e13", "--quality-of", "-1");
        refused(sardana + "--quality-of 30e9", "--demand 1e13 or --requests");
        refused(sardana + "--quality-of 30e9 --demand -5", "--demand", "-5");
        refused(sardana + "--quality-of 30e9 --demand many", "--demand", "many");
        refused(sardana + "--quality-of 30e9 --requests 5", "--input-tokens");
        refused(sardana + "--quality-of 30e9 --demand 1e13 --price-ratio 1", "--input-tokens");
        refused(
                sardana
                        + "--quality-of 30e9 --demand 1e13 --input-tokens 70 --output-tokens 215"
                        + " --mfu-decode 40",
                "decode",
                "40");
        refused("sardana --quality-of 30e9 --demand 1 --constants x", "--constants", "besiroglu");
        refused("allocate --compute 0", "--compute", "more than 0");
        refused("allocate", "--compute");
        refused("demand --quality-of 13e9 --median 2e12 --sigma -1", "sigma", "-1");
        refused("demand --quality-of 13e9 --median 2e12 --sigma 1 --least 1", "--most");
        refused("elastic --quality-of 13e9 --demand 2e12 --elasticity -1", "elasticity", "-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allocate", "sardana", "demand", "elastic"})
    void every_help_shows_an_example(String command) {
        Said said = said(command + " --help");
        assertThat(said.code()).isZero();
        assertThat(said.out()).containsPattern("./tradewind law train " + command);
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void without_a_command_it_says_what_there_is() {
        assertThat(Said.by("law", "train").err()).contains("allocate", "sardana", "elastic");
    }
}
