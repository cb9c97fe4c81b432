package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The page "Write a task in ten minutes", done as a reader would do it.
final class WriteATaskIT {

    private static final Path PAGE = Path.of("src/site/markdown/write-a-task.md");
    private static final Pattern FILE =
            Pattern.compile("`(my-cache/[^`]+)`\n\n```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./tradewind (.*)$");

    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

    @TempDir Path folder;

    @Test
    void every_step_works_as_the_page_says() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(FILE.matcher(page).results())
                .hasSize(10)
                .allSatisfy(file -> write(file.group(1), file.group(2)));
        List<String> commands =
                COMMAND.matcher(page).results().map(command -> command.group(1)).toList();
        assertThat(commands).hasSize(3);
        Said check = run(commands.get(0));
        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out()).contains("cheating/reads-the-clock").contains("buys about");
        Said run = run(commands.get(1) + " --results RESULTS");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("least recently used").contains("random search");
        assertThat(run(commands.get(2) + " --results RESULTS").out()).contains("double worth");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Said run(String command) {
        String placed =
                command.replace("my-cache", folder.resolve("my-cache").toString())
                        .replace("RESULTS", folder.resolve("results").toString());
        return Said.by((Object[]) words(placed));
    }

    /// Words as a shell takes them: quoted ones may hold blanks.
    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toArray(String[]::new);
    }
}
