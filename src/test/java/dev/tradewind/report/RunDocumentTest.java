package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class RunDocumentTest {

    @Test
    void the_document_keeps_its_contract() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Json.text(Samples.document()));
        assertThat(keys(json))
                .startsWith("schema", "run")
                .contains("status", "seed", "evaluations", "best", "baselines", "test", "spend");
        assertThat(json.at("/schema").asText()).isEqualTo("tradewind/run/2");
        assertThat(json.at("/status").asText()).isEqualTo("finished");
        assertThat(json.at("/best/id").asText()).isEqualTo("0123456789");
        assertThat(json.at("/best/objectives/excess").asDouble()).isEqualTo(3.284);
        assertThat(json.at("/baselines/best fit/excess").asDouble()).isEqualTo(5.41);
        assertThat(json.at("/baselines/random search/excess").asDouble()).isEqualTo(4.1);
        assertThat(json.at("/test/or3-u500").asDouble()).isEqualTo(3.28);
        assertThat(keys(json.at("/spend")))
                .containsExactly(
                        "wall", "cpu", "evaluations", "money", "tokens", "models", "units");
        assertThat(json.at("/spend/wall").asDouble()).isEqualTo(60.21);
        assertThat(json.at("/outcomes/turned_away").asLong()).isEqualTo(6_000);
    }

    @Test
    void an_outcome_written_before_there_were_models_is_still_read() {
        RunDocument old =
                RunDocument.read(
                        Path.of(
                                "src/test/resources/dev/tradewind/report/outcome-without-models.json"));
        assertThat(old.spend().models()).isEqualTo(Calls.NONE);
        assertThat(old.rungs()).isEmpty();
        assertThat(old.prompts()).isEmpty();
        assertThat(old.replay()).isNull();
    }

    @Test
    void names_keep_the_order_of_the_task() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Json.text(Samples.document()));
        assertThat(keys(json.at("/baselines")))
                .containsExactly("first fit", "best fit", "random search");
        assertThat(keys(json.at("/test"))).containsExactly("or1-u120", "or3-u500");
    }

    @Test
    void without_a_valid_candidate_best_is_null() throws IOException {
        String text = Json.text(Samples.document(State.NO_VALID_CANDIDATE));
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.at("/status").asText()).isEqualTo("no-valid-candidate");
        assertThat(json.at("/best").isNull()).isTrue();
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
