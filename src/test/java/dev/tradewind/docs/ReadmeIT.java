package dev.tradewind.docs;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the README says is true: its example is run as it stands there.
final class ReadmeIT {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @TempDir Path folder;

    @Test
    void the_library_example_finds_a_better_sine() throws Exception {
        Matcher example = JAVA.matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Example.java"), example.group(1));
        Process run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                source.toString(),
                                folder.resolve("sine.sqlite").toString())
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertThat(run.waitFor()).as(printed).isZero();
        assertThat(printed).contains("double sine(double x)").doesNotContain("return x;");
    }

    @Test
    void its_links_lead_somewhere() throws Exception {
        assertThat(LINK.matcher(Files.readString(Path.of("README.md"))).results())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link.group(1))).exists());
    }
}
