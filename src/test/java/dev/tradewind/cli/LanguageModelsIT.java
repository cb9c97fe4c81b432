package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The page "Language models" and that section of the README, done as a reader would do it.
final class LanguageModelsIT {

    private static final Path TASK = Path.of("evaluators/bin-packing").toAbsolutePath();
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?: {4})?\\./tradewind (.*)$");
    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"src/site/markdown/language-models.md", "README.md"})
    void every_ladder_shown_can_be_read(String page) throws IOException {
        List<String> shown =
                YAML.matcher(Files.readString(Path.of(page)))
                        .results()
                        .map(block -> block.group(1))
                        .filter(block -> block.contains("ladder:"))
                        .toList();
        assertThat(shown).isNotEmpty();
        assertThat(shown).allSatisfy(block -> assertThat(ladder(block).models()).isNotEmpty());
    }

    /// Of a campaign, or of a file that holds a ladder alone.
    private Ladder ladder(String block) {
        Path file = Folders.write(folder.resolve("shown.yaml"), placed(block));
        return block.startsWith("task:")
                ? CampaignReader.read(file, List.of()).ladder()
                : CampaignReader.read(TASK, List.of(new Setting("--set", "ladder", "" + file)))
                        .ladder();
    }

    @Test
    void the_walk_through_without_a_key_works_as_the_page_says() throws Exception {
        String page = Files.readString(Path.of("src/site/markdown/language-models.md"));
        List<String> commands =
                COMMAND.matcher(page.replace("\\\n", ""))
                        .results()
                        .limit(4)
                        .map(found -> found.group(1))
                        .toList();
        assertThat(commands.getFirst()).startsWith("loopback ").endsWith(" > ladder.yaml &");
        Process provider = started(commands.getFirst());
        Said run;
        try {
            run = said(commands.get(1));
        } finally {
            provider.destroy();
            provider.waitFor();
        }
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("after 500 evaluations");
        Said again = said(commands.get(2));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("every decision was made again");
        Said otherwise = said(commands.get(3));
        assertThat(otherwise.code()).as(otherwise.err()).isZero();
        assertThat(otherwise.err()).contains("the plan has changed");
    }

    /// Whoever the page starts in the background, once it is ready; on a port that is free.
    private Process started(String command) throws IOException {
        String[] words = words(command.replace("8089", "0").replace(" > ladder.yaml &", ""));
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName());
        builder.command().addAll(List.of(words));
        builder.redirectOutput(folder.resolve("ladder.yaml").toFile());
        Process started = builder.start();
        BufferedReader told = started.errorReader();
        String line = told.readLine();
        while (line != null && !line.startsWith("answering at ")) {
            line = told.readLine();
        }
        assertThat(line).as("it answers").isNotNull();
        return started;
    }

    private Said said(String command) {
        return Said.by((Object[]) words(placed(command) + " --results " + results()));
    }

    /// With the page's files in the test's folder.
    private String placed(String text) {
        return text.replace("task: evaluators/bin-packing", "task: " + TASK)
                .replace("=ladder.yaml", "=" + folder.resolve("ladder.yaml"))
                .replace("results/", results() + "/");
    }

    private Path results() {
        return folder.resolve("results");
    }

    /// Words as a shell takes them: quoted ones may hold blanks.
    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toArray(String[]::new);
    }
}
