package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.evaluation.Workings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class InitCommandTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/dev/tradewind/cli/init");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"java", "c", "python"})
    void the_index_names_every_file_of_the_template(String language) throws IOException {
        Path template = TEMPLATES.resolve(language);
        try (var files = Files.walk(template)) {
            assertThat(new TaskTemplate(language).files())
                    .containsExactlyElementsOf(
                            files.filter(Files::isRegularFile)
                                    .map(file -> template.relativize(file).toString())
                                    .sorted()
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "python"})
    void a_task_in_another_language_can_be_planned_too(String language) {
        Path task = folder.resolve("my-task");
        assertThat(Said.by("init", task, "--lang", language).code()).isZero();
        assertThat(CampaignReader.read(task, List.of()).task().workings())
                .isInstanceOf(Workings.InProcess.class);
    }

    @Test
    void a_task_is_written_that_can_be_planned_and_the_next_commands_are_told() {
        Path task = folder.resolve("new/my-task");
        Said said = Said.by("init", task);
        assertThat(said.code()).isZero();
        assertThat(said.out().lines())
                .containsExactly(
                        "./tradewind check " + task, "./tradewind run " + task + "/campaign.yaml");
        assertThat(Said.by("run", task, "--dry-run").out())
                .contains("name: my-task", "budget: 20 s");
    }

    @Test
    void its_campaign_runs_without_a_model() {
        Path task = folder.resolve("my-task");
        Said.by("init", task);
        Campaign campaign = CampaignReader.read(task.resolve("campaign.yaml"), List.of());
        assertThat(campaign.task().name()).isEqualTo("my-task");
        assertThat(campaign.ladder()).isEqualTo(Ladder.BREEDING);
        assertThat(campaign.budget()).hasToString("20 s");
        Said said = Said.by("run", task.resolve("campaign.yaml"), "--dry-run", "--offline");
        assertThat(said.code()).as(said.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"java, breeding", "c, tuning", "python, tuning"})
    void its_ladder_is_valid_once_it_is_uncommented(String language, String first)
            throws IOException {
        Path task = folder.resolve("my-task");
        Said.by("init", task, "--lang", language);
        Path plan = task.resolve("campaign.yaml");
        String text = Files.readString(plan);
        int ladder = text.indexOf("# ladder:");
        String below = text.substring(ladder);
        assertThat(below.lines()).allMatch(line -> line.startsWith("# "));
        Files.writeString(plan, text.substring(0, ladder) + below.replaceAll("(?m)^# ", ""));
        Ladder taken = CampaignReader.read(plan, List.of()).ladder();
        assertThat(taken.rungs()).extracting(Rung::name).containsExactly(first, "paid", "local");
        assertThat(taken.calls()).isEqualTo(8);
        assertThat(taken.models())
                .extracting(rung -> rung.model().price().getClass().getSimpleName())
                .containsExactly("PerMillionTokens", "Free");
    }

    @Test
    void its_yaml_names_schemas_that_are_there() throws IOException {
        Path task = folder.resolve("my-task");
        Said.by("init", task);
        for (String file : List.of("task", "campaign")) {
            String first = Files.readAllLines(task.resolve(file + ".yaml")).getFirst();
            assertThat(first).startsWith("# yaml-language-server: $schema=");
            Path schema = task.resolve(first.substring(first.indexOf('=') + 1));
            assertThat(schema).hasContent(Said.by("schema", file).out());
        }
    }

    @Test
    void a_folder_that_is_not_empty_stays_as_it_is() throws IOException {
        Folders.write(folder.resolve("mine.txt"), "mine");
        Said said = Said.by("init", folder);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("is not empty");
        try (var inside = Files.list(folder)) {
            assertThat(inside).hasSize(1);
        }
    }

    @Test
    void a_file_is_no_folder() {
        Path file = Folders.write(folder.resolve("file"), "");
        assertThat(Said.by("init", file).err()).contains("is a file");
        assertThat(Said.by("init", file.resolve("below")).err()).contains("Not a directory");
    }

    @Test
    void other_languages_are_refused_and_those_there_are_named() {
        Said said = Said.by("init", folder.resolve("task"), "--lang", "rust");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"rust\"", "java, c, python");
        assertThat(folder.resolve("task")).doesNotExist();
    }

    @Test
    void a_name_no_task_can_have_is_refused() {
        Said said = Said.by("init", folder.resolve("my task"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"my task\" is no name for a task");
    }
}
