package dev.tradewind.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of the task that `init` writes, kept in the jar beside an index of them.
final class TaskTemplate {

    private static final String HOME = "init/java/";
    private static final String INDEX = "init/java.txt";

    private TaskTemplate() {}

    /// Paths below the task's folder.
    static List<String> files() throws IOException {
        try (InputStream index = open(INDEX)) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static void copy(String file, Path folder) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (InputStream content = open(HOME + file)) {
            Files.copy(content, target);
        }
    }

    private static InputStream open(String name) {
        InputStream found = TaskTemplate.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException("the jar holds every template file: " + name);
        }
        return found;
    }
}
