package dev.tradewind.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One layout for all sources, so that a difference is a difference. The check is a test and not a
/// Maven plugin because the formatter must run on the JDK whose language it reads, while Maven
/// itself may run on an older one. `mvn -Pformat process-test-classes` lays the sources out.
final class FormatTest {

    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("src/test/java"));

    @Test
    void every_source_is_laid_out_by_google_java_format() throws IOException {
        assertThat(sources().filter(source -> !read(source).equals(laidOut(source))))
                .as("run: mvn -Pformat process-test-classes")
                .isEmpty();
    }

    /// Rewrites what is not laid out.
    static void main() throws IOException {
        for (Path source : sources().toList()) {
            String laidOut = laidOut(source);
            if (!read(source).equals(laidOut)) {
                Files.writeString(source, laidOut);
            }
        }
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found.stream();
    }

    private static String laidOut(Path source) {
        Formatter formatter =
                new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());
        try {
            String imports = RemoveUnusedImports.removeUnusedImports(read(source));
            return formatter.formatSource(ImportOrderer.reorderImports(imports, Style.AOSP));
        } catch (FormatterException unreadable) {
            throw new AssertionError(source + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
