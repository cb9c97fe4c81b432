package dev.tradewind.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.evaluation.FailureCause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The page on prompts lists the variables there are, and its example can be used.
final class PromptsPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/prompts.md");
    private static final String HEADING = "## Variables\n";

    @Test
    void the_page_lists_the_variables_of_each_prompt() throws IOException {
        assertThat(PAGE).as("write it with this class's main").hasContent(page());
    }

    @Test
    void the_example_is_a_prompt(@TempDir Path folder) throws IOException {
        String page = Files.readString(PAGE);
        String fence = "\n```\n";
        int start = page.indexOf(fence + "---") + fence.length();
        String example = page.substring(start, page.indexOf(fence, start));
        Prompt prompt = new PromptFolder(folder).with("rewrite.md", example).rewrite();
        assertThat(prompt.variables()).containsExactly("parents", "best", "next");
    }

    static void main() throws IOException {
        Files.writeString(PAGE, page());
    }

    private static String page() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder written =
                new StringBuilder(page.substring(0, page.indexOf(HEADING) + HEADING.length()));
        for (List<PromptName> alike : groups()) {
            written.append("\n### ").append(files(alike)).append("\n\n");
            alike.forEach(name -> written.append(purpose(name)));
            written.append("\n| variable | is a | holds |\n|---|---|---|\n");
            alike.getFirst().variables().forEach(each -> written.append(rows("", each)));
        }
        return written.toString();
    }

    /// Prompts that have the same variables.
    private static List<List<PromptName>> groups() {
        List<List<PromptName>> groups = new ArrayList<>();
        for (PromptName name : PromptName.values()) {
            groups.stream()
                    .filter(group -> group.getFirst().variables().equals(name.variables()))
                    .findFirst()
                    .orElseGet(
                            () -> {
                                groups.add(new ArrayList<>());
                                return groups.getLast();
                            })
                    .add(name);
        }
        return groups;
    }

    private static String files(List<PromptName> names) {
        return names.stream()
                .map(name -> "`" + name.file() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String purpose(PromptName name) {
        return "* `%s`: %s\n"
                .formatted(name.word(), PromptLibrary.shipped().prompt(name).purpose());
    }

    private static String rows(String indent, Variable variable) {
        return "| %s`%s` | %s | %s |\n"
                        .formatted(
                                indent,
                                variable.name(),
                                variable.kind().name().toLowerCase(Locale.ROOT),
                                variable.meaning())
                + items(indent + "– ", variable.items());
    }

    /// The causes share one row.
    private static String items(String indent, List<Variable> items) {
        List<Variable> others = items.stream().filter(item -> !isCause(item.name())).toList();
        String rows = others.stream().map(item -> rows(indent, item)).collect(Collectors.joining());
        return others.size() < items.size() ? rows + causes(indent) : rows;
    }

    private static String causes(String indent) {
        return Arrays.stream(FailureCause.values())
                .map(cause -> "`" + cause + "`")
                .collect(
                        Collectors.joining(
                                ", ", "| " + indent, " | condition | it is this cause |\n"));
    }

    private static boolean isCause(String name) {
        return Arrays.stream(FailureCause.values()).anyMatch(cause -> cause.name().equals(name));
    }
}
