package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.Setting;
import dev.tradewind.report.RunFolder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

final class ResultsTest {

    @TempDir Path folder;

    private Path task;
    private Results results;

    @BeforeEach
    void a_task_and_no_runs() {
        task = Folders.task(folder);
        results = new Results(folder.resolve("results"));
    }

    @Test
    void the_first_run_is_new_and_numbered_and_has_its_plan() throws IOException {
        try (Berth berth = results.berth(campaign())) {
            assertThat(berth.resumed()).isFalse();
            assertThat(berth.folder().name()).isEqualTo("001");
            assertThat(CampaignReader.read(berth.folder().plan(), java.util.List.of()))
                    .isEqualTo(campaign());
        }
    }

    @Test
    void a_run_that_did_not_begin_leaves_nothing() throws IOException {
        results.berth(campaign()).close();
        assertThat(results.root().resolve("jobs")).doesNotExist();
    }

    @Test
    void an_unfinished_run_with_the_same_plan_is_gone_on_with_whatever_the_jobs()
            throws IOException {
        RunFolder begun = begun();
        try (Berth berth = results.berth(campaign("jobs=7"))) {
            assertThat(berth.resumed()).isTrue();
            assertThat(berth.folder()).isEqualTo(begun);
        }
        assertThat(begun.journal()).exists();
    }

    @Test
    void another_plan_is_another_run() throws IOException {
        begun();
        try (Berth berth = results.berth(campaign("seed=8"))) {
            assertThat(berth.resumed()).isFalse();
            assertThat(berth.folder().name()).isEqualTo("002");
        }
    }

    @Test
    void a_finished_run_is_not_begun_again() throws IOException {
        RunFolder begun = begun();
        finish(begun);
        try (Berth berth = results.berth(campaign())) {
            assertThat(berth.folder().name()).isEqualTo("002");
        }
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> results.berth(campaign(), "001"))
                .withMessageContaining("is finished. Leave out --run");
    }

    @Test
    void a_run_somebody_else_is_at_is_left_alone() throws IOException {
        RunFolder begun = begun();
        try (Berth held = results.berth(campaign());
                Berth other = results.berth(campaign())) {
            assertThat(held.folder()).isEqualTo(begun);
            assertThat(other.folder().name()).isEqualTo("002");
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(() -> results.berth(campaign(), "001"))
                    .withMessageContaining("is being run by another process");
        }
    }

    @Test
    void a_named_run_with_another_plan_is_refused_and_the_difference_shown() throws IOException {
        begun();
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> results.berth(campaign("seed=8", "budget=9 s"), "001"))
                .withMessageContaining("was begun with another plan")
                .withMessageContaining("\n  budget: was 20 s, now 9 s\n  seed: was 1, now 8");
    }

    @Test
    void a_name_begins_a_run_of_that_name() throws IOException {
        try (Berth berth = results.berth(campaign(), "first-try")) {
            assertThat(berth.resumed()).isFalse();
            assertThat(berth.folder().path()).isEqualTo(results.root().resolve("jobs/first-try"));
        }
    }

    @Test
    void a_run_is_found_by_folder_by_number_and_as_the_latest() throws IOException {
        RunFolder first = begun();
        RunFolder second = new RunFolder(results.root().resolve("jobs/002"));
        Folders.write(second.plan(), Files.readString(first.plan()));
        Folders.write(second.journal(), "");
        Files.setLastModifiedTime(
                second.journal(), FileTime.fromMillis(Long.MAX_VALUE / 2_000_000));
        assertThat(results.find("")).isEqualTo(second);
        assertThat(results.find("001")).isEqualTo(first);
        assertThat(results.find("jobs/001")).isEqualTo(first);
        assertThat(results.find(first.path().toString())).isEqualTo(first);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> results.find("007"))
                .withMessageContaining("there is no run 007")
                .withMessageContaining("The latest is " + second.path());
    }

    private RunFolder begun() throws IOException {
        try (Berth berth = results.berth(campaign())) {
            Files.createFile(berth.folder().journal());
            return berth.folder();
        }
    }

    private static void finish(RunFolder run) {
        Folders.write(
                run.outcome(),
                "{\"status\": \"finished\", \"objectives\": [], "
                        + "\"baselines\": {}, \"test\": {}, \"baseline_test\": {}}");
    }

    private Campaign campaign(String... settings) {
        return CampaignReader.read(
                task,
                Arrays.stream(settings)
                        .map(setting -> setting.split("=", 2))
                        .map(parts -> new Setting("--set", parts[0], parts[1]))
                        .toList());
    }
}
