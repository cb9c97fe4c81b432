package dev.tradewind.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Files of a candidate as they go into a sandbox and come out of one.
final class Artefacts {

    private static final long LARGEST = 64L << 20;
    private static final int MOST = 1_000;

    private Artefacts() {}

    /// More than a build may leave behind.
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    /// Writes files so that the sandbox's user, who is nobody, can change them.
    static void write(Path place, Map<String, byte[]> files) {
        try {
            Files.createDirectories(place);
            open(place);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = place.resolve(file.getKey()).normalize();
                if (!target.startsWith(place)) {
                    throw new IllegalArgumentException("a path that leads out: " + file.getKey());
                }
                makeFolders(place, target);
                Files.write(target, file.getValue());
                open(target);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void makeFolders(Path place, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null && !parent.equals(place) && !Files.exists(parent)) {
            makeFolders(place, parent);
            Files.createDirectory(parent);
            open(parent);
        }
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /// The plain files there are; links are left out, wherever they lead.
    ///
    /// @throws TooLarge when they are more than 64 MiB or 1,000 files
    static SortedMap<String, byte[]> read(Path place) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long left = LARGEST;
        for (Path file : plain(place)) {
            try {
                left -= Files.size(file);
                if (left < 0) {
                    throw new TooLarge(
                            "its build leaves more than %d MiB".formatted(LARGEST >> 20));
                }
                files.put(place.relativize(file).toString(), Files.readAllBytes(file));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return files;
    }

    private static List<Path> plain(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            List<Path> found =
                    all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .limit(MOST + 1L)
                            .toList();
            if (found.size() > MOST) {
                throw new TooLarge("its build leaves more than %,d files".formatted(MOST));
            }
            return found;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new TooLarge("its build leaves what cannot be read: " + unreadable.getMessage());
        }
    }
}
