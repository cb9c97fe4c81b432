package dev.tradewind.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of the task that `init` writes, kept in the jar beside an index of them, and the
/// schemas they name for editors.
///
/// @param language of the programs to be evolved
record TaskTemplate(String language) {

    /// Languages there is a task for.
    static final List<String> LANGUAGES = List.of("java", "c", "python");

    private static final List<String> SCHEMAS =
            List.of("schema/task.schema.json", "schema/campaign.schema.json");

    /// Paths below the task's folder.
    List<String> files() throws IOException {
        try (InputStream index = open("init/%s.txt".formatted(language))) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    void copy(String file, Path folder) throws IOException {
        write("init/%s/%s".formatted(language, file), folder.resolve(file));
    }

    /// What editors need to know the keys of its YAML files.
    void copySchemas(Path folder) throws IOException {
        for (String schema : SCHEMAS) {
            write("/" + schema, folder.resolve(schema));
        }
    }

    private static void write(String name, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (InputStream content = open(name)) {
            Files.copy(content, target);
        }
    }

    private static InputStream open(String name) {
        InputStream found = TaskTemplate.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException("the jar holds every file to be written: " + name);
        }
        return found;
    }
}
