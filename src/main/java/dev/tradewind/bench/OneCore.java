package dev.tradewind.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps a process and all it starts on one processor, where util-linux is installed.
final class OneCore {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern FIRST = Pattern.compile("Cpus_allowed_list:\\s*(\\d+)");

    private OneCore() {}

    /// What to put before a command; nothing where there is no way.
    static List<String> prefix() {
        return tool().map(tool -> List.of(tool.toString(), "-c", first()))
                .findFirst()
                .orElse(List.of());
    }

    /// Whether [#prefix] does anything here.
    static boolean possible() {
        return !prefix().isEmpty();
    }

    private static Stream<Path> tool() {
        return Files.isReadable(STATUS)
                ? Stream.of("/usr/bin/taskset", "/bin/taskset")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                : Stream.empty();
    }

    /// The first processor this process may use.
    private static String first() {
        try {
            Matcher allowed = FIRST.matcher(Files.readString(STATUS));
            return allowed.find() ? allowed.group(1) : "0";
        } catch (IOException _) {
            return "0";
        }
    }
}
