package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The shipped task, its presets, and the schemas editors use.
final class ShippedFilesTest {

    private static final Path PROMPTS = Path.of("prompts");
    private static final Path FOLDER = Path.of("evaluators/bin-packing");
    private static final Path SCHEMAS = Path.of("src/main/resources/schema");

    @Test
    void the_shipped_task_and_its_preset_can_be_read() {
        Campaign campaign = CampaignReader.read(FOLDER, List.of());
        assertThat(campaign.name()).isEqualTo("bin-packing");
        assertThat(campaign.task().parameters()).isEqualTo(Map.of("family", "or"));
        assertThat(campaign.task().baselines())
                .extracting(Task.NamedProgram::name)
                .containsExactly("first fit", "best fit");
        Campaign weibull = CampaignReader.read(FOLDER.resolve("weibull.yaml"), List.of());
        assertThat(weibull.name()).isEqualTo("weibull");
        assertThat(weibull.task().parameters()).isEqualTo(Map.of("family", "weibull"));
        assertThat(weibull.task().folder()).isEqualTo(campaign.task().folder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin-packing", "cap-set"})
    void the_shipped_offline_ladder_can_be_read_from_the_tasks_folder(String task) {
        Setting ladder = new Setting("--set", "ladder", "offline-ladder.yaml");
        Campaign campaign = CampaignReader.read(Path.of("evaluators", task), List.of(ladder));
        assertThat(campaign.ladder().models()).isEmpty();
        assertThat(campaign.ladder().rungs())
                .extracting(Rung::name)
                .containsExactly("breeding:1", "breeding:4", "breeding:16", "breeding:64");
    }

    @Test
    void the_shipped_cap_set_task_can_be_read() {
        Task task = CampaignReader.read(Path.of("evaluators/cap-set"), List.of()).task();
        assertThat(task.name()).isEqualTo("cap-set");
        assertThat(task.baselines())
                .extracting(Task.NamedProgram::name)
                .containsExactly("no preference", "the design");
    }

    @Test
    void first_lines_point_editors_to_the_schemas() throws IOException {
        for (String file : List.of("task.yaml", "weibull.yaml")) {
            String line = Files.readAllLines(FOLDER.resolve(file)).getFirst();
            assertThat(line).startsWith("# yaml-language-server: $schema=");
            assertThat(FOLDER.resolve(line.substring(line.indexOf('=') + 1))).exists();
        }
    }

    @Test
    void the_schema_of_a_campaign_has_the_keys_of_a_plan_written_out() throws IOException {
        Setting prompts = new Setting("--set", "prompts", FOLDER.relativize(PROMPTS).toString());
        Campaign campaign = CampaignReader.read(FOLDER, List.of(prompts));
        JsonNode written = new YAMLMapper().readTree(CampaignWriter.text(campaign, FOLDER));
        JsonNode schema = schema("campaign");
        assertThat(properties(schema)).isEqualTo(keys(written));
        for (String section : List.of("evolution", "breeding")) {
            assertThat(properties(schema.at("/properties/" + section)))
                    .isEqualTo(keys(written.get(section)));
        }
    }

    @Test
    void the_schema_of_a_task_has_the_keys_of_the_shipped_one() throws IOException {
        JsonNode task = new YAMLMapper().readTree(FOLDER.resolve("task.yaml").toFile());
        JsonNode schema = schema("task");
        assertThat(properties(schema))
                .containsAll(keys(task))
                .contains("stages", "repeats", "measures");
        for (String section : List.of("evaluator", "limits")) {
            assertThat(properties(schema.at("/properties/" + section)))
                    .containsAll(keys(task.get(section)));
        }
        assertThat(properties(schema.at("/properties/objectives/items")))
                .containsAll(keys(task.at("/objectives/0")));
        assertThat(properties(schema.at("/properties/parameters/additionalProperties")))
                .isEqualTo(keys(task.at("/parameters/family")));
        assertThat(schema.at("/properties/examples/additionalProperties/enum"))
                .hasSize(FailureCause.values().length + 1);
    }

    @Test
    void a_task_may_set_every_key_of_a_campaign_but_name_and_task() throws IOException {
        Set<String> keys = properties(schema("campaign"));
        keys.removeAll(Set.of("name", "task"));
        assertThat(properties(schema("task").at("/properties/campaign"))).isEqualTo(keys);
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper().readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
    }

    private static Set<String> properties(JsonNode schema) {
        return keys(schema.get("properties"));
    }

    private static Set<String> keys(JsonNode mapping) {
        Set<String> keys = new TreeSet<>();
        mapping.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
