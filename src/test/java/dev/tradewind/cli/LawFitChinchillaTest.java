package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.tradewind.law.training.LossLaw;
import dev.tradewind.law.training.Preset;
import dev.tradewind.law.training.TrainingPlan;
import dev.tradewind.law.training.TrainingRun;
import dev.tradewind.report.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

final class LawFitChinchillaTest {

    private static List<TrainingRun> runs(int count) {
        Random noise = new Random(3);
        LossLaw law = Preset.BESIROGLU.law();
        return IntStream.range(0, count)
                .mapToObj(at -> plan(at % 6, at / 6))
                .map(
                        plan ->
                                new TrainingRun(
                                        plan.parameters(),
                                        plan.tokens(),
                                        law.loss(plan) * Math.exp(0.002 * noise.nextGaussian())))
                .toList();
    }

    private static TrainingPlan plan(int column, int row) {
        return new TrainingPlan(1e8 * Math.pow(2.2, column), 2e9 * Math.pow(2.5, row));
    }

    private static TrainingRun trained(TrainingPlan plan) {
        double loss = Preset.BESIROGLU.law().loss(plan);
        return new TrainingRun(plan.parameters(), plan.tokens(), loss);
    }

    private static JsonNode json(ChinchillaDocument document) throws JsonProcessingException {
        return new JsonMapper().readTree(Json.text(document));
    }

    @Test
    void the_document_keeps_the_contract() throws JsonProcessingException {
        JsonNode answer = json(LawFitChinchilla.document(runs(36), 60, 1));
        assertThat(answer.get("schema").textValue()).isEqualTo("tradewind/law-fit-chinchilla/1");
        assertThat(answer.get("estimates").fieldNames())
                .toIterable()
                .containsExactly("E", "A", "alpha", "B", "beta", "a");
        JsonNode growth = answer.get("estimates").get("a");
        assertThat(growth.get("value").doubleValue()).isCloseTo(0.51, within(0.1));
        assertThat(growth.get("low").doubleValue()).isLessThan(growth.get("high").doubleValue());
        assertThat(answer.get("held_out_error").doubleValue()).isBetween(0.0, 0.02);
        assertThat(answer.get("forecasts").get(3).get("caution").textValue())
                .contains("more than 2");
    }

    @Test
    void tables_and_notes_say_the_same_to_people() {
        ChinchillaDocument document = LawFitChinchilla.document(runs(36), 60, 1);
        List<String> lines =
                LawFitChinchilla.tables(document).stream()
                        .flatMap(table -> table.text().stream())
                        .toList();
        assertThat(lines).anyMatch(line -> line.startsWith("alpha"));
        assertThat(lines).anyMatch(line -> line.contains("FLOP") && line.contains(" B "));
        assertThat(LawFitChinchilla.notes(document).getFirst()).contains("%", "on average");
    }

    @Test
    void without_enough_runs_to_hold_out_it_says_why() throws JsonProcessingException {
        List<TrainingRun> clustered =
                IntStream.range(0, 16)
                        .mapToObj(at -> at < 12 ? plan(at % 2, at / 2) : plan(9, at - 7))
                        .map(LawFitChinchillaTest::trained)
                        .toList();
        ChinchillaDocument document = LawFitChinchilla.document(clustered, 50, 1);
        JsonNode answer = json(document);
        assertThat(answer.get("held_out_error").isNull()).isTrue();
        assertThat(answer.get("held_out_missing").textValue()).contains("2 sizes only");
        assertThat(LawFitChinchilla.notes(document).getFirst()).contains("not tried");
    }

    @Test
    void three_runs_are_wrong_use() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> LawFitChinchilla.document(runs(3), 60, 1))
                .withMessageContaining("No law can be told: 3 runs cannot tell")
                .withMessageContaining("least loss");
    }
}
