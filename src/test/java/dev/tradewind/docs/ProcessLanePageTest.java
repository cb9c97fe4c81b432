package dev.tradewind.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The page "A task in any language" shows what is shipped.
final class ProcessLanePageTest {

    private static final Path PAGE = Path.of("src/site/markdown/process-lane.md");
    private static final Path TEMPLATES = Path.of("src/main/resources/dev/tradewind/cli/init");
    private static final Pattern EXCERPT =
            Pattern.compile("`((?:c|python)/[^`]+)`\n\n```\\w+\n(.*?)```", Pattern.DOTALL);

    @Test
    void what_it_shows_of_a_file_stands_in_that_file() throws IOException {
        assertThat(EXCERPT.matcher(Files.readString(PAGE)).results())
                .hasSize(5)
                .allSatisfy(ProcessLanePageTest::stands);
    }

    private static void stands(MatchResult excerpt) throws IOException {
        assertThat(TEMPLATES.resolve(excerpt.group(1))).content().contains(excerpt.group(2));
    }
}
