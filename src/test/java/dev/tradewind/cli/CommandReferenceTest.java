package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The page of commands is what the commands say themselves.
final class CommandReferenceTest {

    private static final Path PAGE = Path.of("src/site/markdown/commands.md");
    private static final List<String> COMMANDS =
            List.of(
                    "run",
                    "check",
                    "evaluate",
                    "best",
                    "show",
                    "top",
                    "law",
                    "law plan",
                    "law fit",
                    "law train",
                    "law train allocate",
                    "law train sardana",
                    "law train demand",
                    "law train elastic",
                    "law simulate",
                    "law race",
                    "init",
                    "doctor",
                    "bench",
                    "loopback",
                    "schema");
    private static final String COMPLETION = "generate-completion";

    @Test
    void the_page_of_commands_is_up_to_date() throws IOException {
        assertThat(PAGE).as("write it with this class's main").hasContent(page());
    }

    @Test
    void every_command_has_an_example() {
        assertThat(COMMANDS)
                .allSatisfy(command -> assertThat(help(command)).containsPattern("Examples?:\n"));
    }

    static void main() throws IOException {
        Files.writeString(PAGE, page());
    }

    private static String page() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Commands

                        What each command says when asked with `--help`.

                        """);
        page.append(section("tradewind"));
        COMMANDS.forEach(command -> page.append(section(command)));
        page.append(section(COMPLETION));
        return page.toString();
    }

    private static String section(String command) {
        String help = command.equals("tradewind") ? Said.by("--help").out() : help(command);
        return "## %s\n\n```text\n%s\n```\n\n".formatted(command, help.strip());
    }

    private static String help(String command) {
        return Said.by((Object[]) (command + " --help").split(" ", -1)).out();
    }
}
