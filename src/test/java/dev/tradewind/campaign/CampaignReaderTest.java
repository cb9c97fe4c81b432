package dev.tradewind.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.budget.Budget;
import dev.tradewind.campaign.Campaign.Order;
import dev.tradewind.evolution.EvolutionSettings;
import dev.tradewind.proposer.breeding.BreedingSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class CampaignReaderTest {

    @TempDir private Path root;

    private TaskFolder task = new TaskFolder(Path.of("none"));

    @BeforeEach
    void a_task() {
        task = TaskFolder.in(root.resolve("answers"));
    }

    @Test
    void a_task_alone_is_a_plan() {
        Campaign campaign = task.campaign();
        assertThat(campaign.name()).isEqualTo("answers");
        assertThat(campaign.budget()).hasToString("60 s");
        assertThat(campaign.seed()).isEqualTo(1);
        assertThat(campaign.jobs()).isPositive();
        assertThat(campaign.order()).isEqualTo(Order.DETERMINISTIC);
        assertThat(campaign.window()).isEqualTo(64);
        assertThat(campaign.baseline()).isTrue();
        assertThat(campaign.evolution()).isEqualTo(EvolutionSettings.DEFAULT);
        assertThat(campaign.breeding()).isEqualTo(BreedingSettings.DEFAULT);
        assertThat(CampaignReader.read(task.path().resolve("task.yaml"), List.of()))
                .isEqualTo(campaign);
    }

    @Test
    void settings_count_more_than_the_file_and_the_file_more_than_the_task() throws IOException {
        task.saying("campaign: {budget: 10 evaluations, seed: 2, evolution: {islands: 9}}");
        Path file = file("task: answers\nseed: 3\nwindow: 5\nevolution: {capacity: 7}\nname: deep");
        Campaign campaign =
                CampaignReader.read(
                        file,
                        List.of(
                                new Setting("--set", "window", "6"),
                                new Setting("--set", "evolution.crossover", "0.25"),
                                new Setting("--set", "parameters.size", "large")));
        assertThat(campaign.name()).isEqualTo("deep");
        assertThat(campaign.budget()).isEqualTo(Budget.evaluations(10));
        assertThat(campaign.seed()).isEqualTo(3);
        assertThat(campaign.window()).isEqualTo(6);
        assertThat(campaign.evolution().islands()).isEqualTo(9);
        assertThat(campaign.evolution().capacity()).isEqualTo(7);
        assertThat(campaign.evolution().crossover()).isEqualTo(0.25);
        assertThat(campaign.task().parameters()).isEqualTo(Map.of("size", "large"));
    }

    @Test
    void limits_of_a_budget_may_be_a_list() throws IOException {
        Path file = file("task: answers\nbudget: [60 s, 1000 evaluations]");
        assertThat(CampaignReader.read(file, List.of()).budget())
                .hasToString("60 s, 1000 evaluations");
        assertThat(CampaignReader.read(file, List.of()).name()).isEqualTo("plan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget: 5 | plan.yaml:2  budget: \"5\" has no unit. Allowed: | \"5 s\"",
                "bugdet: 5 s | plan.yaml:2  bugdet: unknown key. Allowed: | \"budget\"",
                "seed: pi | plan.yaml:2  seed: \"pi\" is not a whole number | 9223372036854775807",
                "jobs: 0 | plan.yaml:2  jobs: \"0\" is not a whole number from 1 to | 4096",
                "order: egaer | plan.yaml:2  order: \"egaer\" is not known. | \"eager\"",
                "baseline: yes | plan.yaml:2  baseline: \"yes\" is not known. | false, true",
                "window: [] | plan.yaml:2  window: has keys or items below it | not one value",
                "evolution: {iland: 3} | evolution.iland: unknown key. Allowed: | \"islands\"",
                "evolution: {islands: 0} | plan.yaml:2  evolution.islands: islands is 0, | 1 or",
                "evolution: {crossover: x} | evolution.crossover: \"x\" is not a number | .",
                "breeding: {nodes: 1.5} | breeding.nodes: \"1.5\" is not a whole number | .",
                "parameters: {size: lrge} | parameters.size: \"lrge\" is not known. | \"large\"",
                "parameters: {sice: large} | parameters.sice: unknown key. | \"size\""
            })
    void what_is_wrong_is_told_with_file_and_line(String line, String told, String fix)
            throws IOException {
        Path file = file("task: answers\n" + line);
        assertThatThrownBy(() -> CampaignReader.read(file, List.of()))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(fix);
    }

    @Test
    void a_wrong_setting_is_told_with_its_option() {
        assertThatThrownBy(() -> task.campaign(new Setting("--budget", "budget", "60 sec")))
                .hasMessageContaining("--budget  budget: \"60 sec\" has an unknown unit.");
        assertThatThrownBy(() -> task.campaign(new Setting("--set", "evolution.iland", "1")))
                .hasMessageContaining("--set  evolution.iland: unknown key.");
        assertThatThrownBy(() -> task.campaign(new Setting("--set", "evolution", "1")))
                .hasMessageContaining("--set  evolution: has a value, where keys are expected");
    }

    @Test
    void a_plan_for_a_task_that_is_not_there_suggests_another() throws IOException {
        Path file = file("task: answer");
        assertThatThrownBy(() -> CampaignReader.read(file, List.of()))
                .hasMessageContaining("plan.yaml:1  task: there is no")
                .hasMessageContaining("Maybe you meant \"answers\".");
        assertThatThrownBy(() -> CampaignReader.read(root.resolve("anwsers"), List.of()))
                .hasMessageContaining("anwsers  is missing. Maybe you meant \"answers\".");
        assertThatThrownBy(() -> CampaignReader.read(root, List.of()))
                .hasMessageContaining("is no task: it holds no task.yaml.");
        Path empty = file("");
        assertThatThrownBy(() -> CampaignReader.read(empty, List.of()))
                .hasMessageContaining("task: is missing.");
    }

    @Test
    void a_plan_written_out_is_read_as_the_same_plan() throws IOException {
        Campaign campaign =
                task.campaign(
                        new Setting("--budget", "budget", "90 s, 1000 evaluations"),
                        new Setting("--seed", "seed", "-7"),
                        new Setting("--set", "name", "yes: \"123\""),
                        new Setting("--set", "order", "eager"),
                        new Setting("--set", "parameters.size", "large"));
        Path run = Files.createDirectories(root.resolve("results/answers/001"));
        String text = CampaignWriter.text(campaign, run);
        Path file = Files.writeString(run.resolve("campaign.yaml"), text);
        Campaign again = CampaignReader.read(file, List.of());
        assertThat(again).isEqualTo(campaign);
        assertThat(CampaignWriter.text(again, run)).isEqualTo(text);
        assertThat(text).contains("task: ../../../answers\n").doesNotContain(root.toString());
        assertThat(PlanDifference.of(campaign, again)).isEmpty();
    }

    @Test
    void what_changed_in_a_plan_is_told_in_words() {
        Campaign before = task.campaign();
        task.with("evaluator/scorer/Counts.java", "class Counts { int more; }");
        Campaign now =
                task.campaign(
                        new Setting("--budget", "budget", "2 min"),
                        new Setting("--jobs", "jobs", "1000"),
                        new Setting("--set", "evolution.islands", "9"));
        int islands = EvolutionSettings.DEFAULT.islands();
        assertThat(PlanDifference.of(before, now))
                .containsExactly(
                        "budget: was 60 s, now 120 s",
                        "evolution.islands: was " + islands + ", now 9",
                        "the task's scorer: Counts.java changed");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(root.resolve("plan.yaml"), text);
    }
}
