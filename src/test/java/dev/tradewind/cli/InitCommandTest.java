package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class InitCommandTest {

    private static final Path TEMPLATE = Path.of("src/main/resources/dev/tradewind/cli/init/java");

    @TempDir Path folder;

    @Test
    void the_index_names_every_file_of_the_template() throws IOException {
        try (var files = Files.walk(TEMPLATE)) {
            assertThat(TaskTemplate.files())
                    .containsExactlyElementsOf(
                            files.filter(Files::isRegularFile)
                                    .map(file -> TEMPLATE.relativize(file).toString())
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void a_task_is_written_that_can_be_planned_and_the_next_commands_are_told() {
        Path task = folder.resolve("new/my-task");
        Said said = Said.by("init", task);
        assertThat(said.code()).isZero();
        assertThat(said.out().lines())
                .containsExactly(
                        "./tradewind check " + task,
                        "./tradewind run " + task + " --budget '20 s'");
        assertThat(Said.by("run", task, "--dry-run").out())
                .contains("name: my-task", "budget: 20 s");
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

    @ParameterizedTest
    @ValueSource(strings = {"c", "python", "rust"})
    void other_languages_are_refused(String language) {
        Said said = Said.by("init", folder.resolve("task"), "--lang", language);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"" + language + "\"", "java programs only");
        assertThat(folder.resolve("task")).doesNotExist();
    }

    @Test
    void a_name_no_task_can_have_is_refused() {
        Said said = Said.by("init", folder.resolve("my task"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"my task\" is no name for a task");
    }
}
