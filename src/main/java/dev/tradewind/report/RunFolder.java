package dev.tradewind.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where one run keeps what it produced: `results/<task>/<run>/`, readable without a running
/// process.
public record RunFolder(Path path) {

    /// Name of the run within its task, such as `003`.
    public String name() {
        return path.getFileName().toString();
    }

    /// The resolved plan, every default written out.
    public Path plan() {
        return path.resolve("campaign.yaml");
    }

    /// The record of everything that happened.
    public Path journal() {
        return path.resolve("journal.sqlite");
    }

    /// What it ran on.
    public Path environment() {
        return path.resolve("environment.json");
    }

    /// The files of the best program.
    public Path best() {
        return path.resolve("best");
    }

    public Path report() {
        return path.resolve("report");
    }

    /// What the run came to, as `run --json` prints it.
    public Path outcome() {
        return report().resolve("outcome.json");
    }

    /// Whether it ended for good: its budget is spent.
    public boolean finished() {
        return Files.exists(outcome()) && RunDocument.read(outcome()).status() != State.INTERRUPTED;
    }

    /// The runs below a task's results folder, oldest first; empty when there is none.
    ///
    /// @throws UncheckedIOException when the folder cannot be read
    public static List<RunFolder> of(Path taskResults) {
        if (!Files.isDirectory(taskResults)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(taskResults)) {
            return inside.map(RunFolder::new).filter(RunFolder::planned).sorted(BY_NAME).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Makes the folder of a new run, numbered one after the last.
    ///
    /// @throws IOException when nothing can be written there
    public static RunFolder create(Path taskResults) throws IOException {
        Files.createDirectories(taskResults);
        for (int number = 1 + last(taskResults); ; number++) {
            Path path = taskResults.resolve(String.format(Locale.ROOT, "%03d", number));
            try {
                return new RunFolder(Files.createDirectory(path));
            } catch (FileAlreadyExistsException taken) {
                // another run took the number between looking and making
            }
        }
    }

    private static final java.util.Comparator<RunFolder> BY_NAME =
            java.util.Comparator.comparingInt((RunFolder run) -> run.name().length())
                    .thenComparing(RunFolder::name);

    private boolean planned() {
        return Files.exists(plan());
    }

    private static int last(Path taskResults) throws IOException {
        try (Stream<Path> inside = Files.list(taskResults)) {
            return inside.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
    }
}
