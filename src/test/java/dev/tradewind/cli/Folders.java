package dev.tradewind.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tasks and campaigns on disk for tests.
final class Folders {

    private Folders() {}

    /// The task `init` writes, below a folder.
    static Path task(Path parent) {
        Path task = parent.resolve("jobs");
        try {
            TaskTemplate template = new TaskTemplate("java");
            for (String file : template.files()) {
                template.copy(file, task);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return task;
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Replaces a piece of text in a file that has it.
    static void change(Path file, String text, String replacement) {
        try {
            String before = Files.readString(file);
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " holds no " + text);
            }
            Files.writeString(file, before.replace(text, replacement));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
