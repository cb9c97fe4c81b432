package dev.tradewind.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a program of the operating system.
public final class Tool {

    private Tool() {}

    /// Its absolute path, or its bare name where it is not installed: starting it then fails with a
    /// message of the operating system that names it.
    static String path(String name) {
        return find(name).map(Path::toString).orElse(name);
    }

    /// Its absolute path; empty where it is not installed.
    public static Optional<Path> find(String name) {
        return folders()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> folders() {
        String search = System.getenv("PATH");
        return Stream.concat(
                search == null
                        ? Stream.empty()
                        : Arrays.stream(search.split(File.pathSeparator, -1)),
                Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin"));
    }
}
