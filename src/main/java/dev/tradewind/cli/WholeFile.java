package dev.tradewind.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes a file whole or not at all.
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, List<String> lines) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(draft, lines);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
