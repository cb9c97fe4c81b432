package dev.tradewind.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Makes one measurement in a JVM of its own, started with the launcher's options.
final class FreshJvm {

    private static final String CACHE = "tradewind.aot";
    private static final int COMPLAINT_LINES = 8;

    /// Standard output belongs to the figures.
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xmn32m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr");

    private final Workshop workshop;
    private final Setup setup;

    FreshJvm(Workshop workshop, Setup setup) {
        this.workshop = workshop;
        this.setup = setup;
    }

    /// @param turn how many times the same was measured before, from 1
    /// @throws IOException when it came to nothing; the message holds what the JVM complained of
    void measure(Post post, int turn, Consumer<Figure> taker)
            throws IOException, InterruptedException {
        Path folder = workshop.bay();
        Path complaints = folder.resolve("complaints.txt");
        Process process =
                workshop.start(
                        new ProcessBuilder(command(post, folder, turn))
                                .redirectError(Redirect.to(complaints.toFile())));
        receive(process, taker);
        if (process.waitFor() != 0) {
            workshop.standStillWhenEnding();
            throw new IOException(
                    "%s could not be measured: %s".formatted(post.about(), last(complaints)));
        }
    }

    private List<String> command(Post post, Path folder, int turn) {
        List<String> command = new ArrayList<>(post.oneCore() ? OneCore.prefix() : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(post.options());
        String cache = System.getProperty(CACHE, "");
        if (!cache.isEmpty()) {
            command.add("-D%s=%s".formatted(CACHE, cache));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Stand.class.getName(), post.name()));
        command.addAll(List.of(folder.toString(), Integer.toString(turn)));
        command.addAll(setup.toArguments());
        return command;
    }

    /// Until it has nothing more to say.
    private static void receive(Process process, Consumer<Figure> taker) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(process.getInputStream())) {
            while (true) {
                taker.accept((Figure) in.readObject());
            }
        } catch (EOFException _) {
            // its status tells whether that was all
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("both sides run the same classes", e);
        }
    }

    private static String last(Path complaints) throws IOException {
        try (Stream<String> lines = Files.lines(complaints)) {
            return String.join("\n", lines.limit(COMPLAINT_LINES).toList());
        }
    }
}
