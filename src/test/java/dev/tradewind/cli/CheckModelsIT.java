package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// `check` on a campaign with a model.
final class CheckModelsIT {

    @TempDir Path root;

    @BeforeEach
    void a_task() {
        Folders.task(root);
    }

    private Path campaign(Desk desk) {
        return Folders.write(
                root.resolve("plan.yaml"),
                """
                task: jobs
                budget: 1 USD
                ladder:
                  - provider: breeding
                  - name: small
                    provider: openai
                    model: s-8b
                    url: %s
                    size: 8 B
                    price: {input: 1 USD, output: 4 USD}
                """
                        .formatted(desk.address()));
    }

    @Test
    void a_ladder_is_priced_without_calling_anybody() throws IOException {
        try (Desk desk = Desk.answering()) {
            Said said = Said.by("check", campaign(desk));
            assertThat(said.code()).isZero();
            assertThat(said.out())
                    .contains("small  openai s-8b", "none wanted", "1 USD in, 1 USD cached, 4 USD")
                    .containsPattern(
                            "1 USD buys about [\\d,]+ proposals: .* of breeding, .* of small");
            assertThat(desk.asked()).isEmpty();
        }
    }

    @Test
    void a_live_check_is_a_document_too() throws IOException {
        try (Desk desk = Desk.answering()) {
            Said said = Said.by("check", campaign(desk), "--live", "--json");
            assertThat(said.code()).isZero();
            JsonNode rung = said.document().at("/rungs/0");
            assertThat(rung.get("name").asText()).isEqualTo("small");
            assertThat(rung.get("key_set").asBoolean()).isTrue();
            assertThat(rung.get("affordable").asBoolean()).isTrue();
            assertThat(rung.at("/most/money").asDouble())
                    .isGreaterThan(rung.at("/expected/money").asDouble());
            assertThat(rung.at("/live/served_by").asText()).isEqualTo("s-8b-2026");
            assertThat(rung.at("/live/money").decimalValue()).isEqualByComparingTo("0.000018");
            assertThat(desk.asked()).hasSize(1);
        }
    }

    @Test
    void a_refused_call_ends_with_two_and_tells_why() throws IOException {
        try (Desk desk = Desk.refusing(401, "invalid_api_key")) {
            Said said = Said.by("check", campaign(desk), "--live");
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.out()).contains("✗ small  rung small: model \"s-8b\"");
        }
    }
}
