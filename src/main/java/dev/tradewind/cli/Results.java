package dev.tradewind.cli;

import dev.tradewind.program.Difference;
import dev.tradewind.program.Program;
import dev.tradewind.report.RunFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder where runs are kept: finds the one to go on with, makes new ones, and keeps two
/// processes out of the same run.
///
/// @param root `results` unless the user says otherwise
record Results(Path root) {

    /// A run's folder, held by this process until closed.
    ///
    /// @param resumed whether it was begun by an earlier session
    record Berth(RunFolder folder, boolean resumed, FileChannel hold) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            hold.close();
        }
    }

    /// The unfinished run with the same plan that nobody else is running, or a new one.
    Berth berth(String task, String plan) throws IOException {
        Path runs = root.resolve(task);
        for (RunFolder folder : RunFolder.of(runs).reversed()) {
            if (!folder.finished() && Files.readString(folder.plan()).equals(plan)) {
                FileChannel hold = hold(folder);
                if (hold != null) {
                    return new Berth(folder, true, hold);
                }
            }
        }
        return begin(RunFolder.create(runs), plan);
    }

    /// The run of that name, to go on with or to begin.
    ///
    /// @throws UsageException when it is finished, has another plan, or is being run
    Berth berth(String task, String plan, String name) throws IOException {
        RunFolder folder = new RunFolder(root.resolve(task).resolve(name));
        if (!Files.exists(folder.plan())) {
            Files.createDirectories(folder.path());
            return begin(folder, plan);
        }
        requireSamePlan(folder, plan);
        if (folder.finished()) {
            throw new UsageException(
                    folder.path() + " is finished. Leave out --run to begin a new run.");
        }
        FileChannel hold = hold(folder);
        if (hold == null) {
            throw new UsageException(folder.path() + " is being run by another process.");
        }
        return new Berth(folder, true, hold);
    }

    /// The run a user means: a folder, a number within the only or latest task, or the latest run
    /// when nothing is said.
    ///
    /// @throws UsageException when there is none
    RunFolder find(String name) throws IOException {
        RunFolder folder = new RunFolder(Path.of(name));
        if (!name.isEmpty() && Files.exists(folder.plan())) {
            return folder;
        }
        List<RunFolder> runs = latestFirst();
        return runs.stream()
                .filter(
                        run ->
                                name.isEmpty()
                                        || run.name().equals(name)
                                        || run.path().endsWith(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(absent(name, runs)));
    }

    private String absent(String name, List<RunFolder> runs) {
        if (runs.isEmpty()) {
            return "there is no run below %s/. Begin one with 'tradewind run <task>', or say"
                            .formatted(root)
                    + " where runs are with --results.";
        }
        return "there is no run %s below %s/. The latest is %s."
                .formatted(name, root, runs.getFirst().path());
    }

    private List<RunFolder> latestFirst() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> tasks = Files.list(root)) {
            return tasks.filter(Files::isDirectory)
                    .flatMap(task -> RunFolder.of(task).stream())
                    .sorted(Comparator.comparingLong(Results::changed).reversed())
                    .toList();
        }
    }

    private static long changed(RunFolder folder) {
        return Stream.of(folder.journal(), folder.plan(), folder.outcome())
                .mapToLong(file -> file.toFile().lastModified())
                .max()
                .orElse(0);
    }

    private static Berth begin(RunFolder folder, String plan) throws IOException {
        Files.writeString(folder.plan(), plan);
        FileChannel hold = hold(folder);
        if (hold == null) {
            throw new UsageException(folder.path() + " is being run by another process.");
        }
        return new Berth(folder, false, hold);
    }

    private static void requireSamePlan(RunFolder folder, String plan) throws IOException {
        String before = Files.readString(folder.plan());
        if (!before.equals(plan)) {
            throw new UsageException(
                    """
                    %s was begun with another plan. Leave out --run to begin a new run, or undo:
                    %s"""
                            .formatted(folder.path(), difference(before, plan)));
        }
    }

    private static String difference(String before, String now) {
        String name = "campaign.yaml";
        return Difference.unified(Program.of(name, before), Program.of(name, now)).stripTrailing();
    }

    /// Null when another process holds the run.
    private static @Nullable FileChannel hold(RunFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.plan(), StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldHere) {
            // the same answer for a thread of this process as for another process
        }
        channel.close();
        return null;
    }
}
