package dev.tradewind.cli;

import dev.tradewind.report.RunFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A run's folder, held by this process until closed. When it is closed before the run began, so
/// that there is no journal, a new folder goes away again.
///
/// @param resumed whether it was begun by an earlier session
record Berth(RunFolder folder, boolean resumed, FileChannel hold) implements AutoCloseable {

    /// Null when another process holds the run.
    ///
    /// @param folder its plan is written
    static @Nullable Berth of(RunFolder folder, boolean resumed) throws IOException {
        FileChannel channel = FileChannel.open(folder.plan(), StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Berth(folder, resumed, channel);
            }
        } catch (OverlappingFileLockException heldHere) {
            // the same answer for a thread of this process as for another process
        }
        channel.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        if (!resumed && !Files.exists(folder.journal())) {
            remove(folder);
        }
        hold.close();
    }

    /// Removes a run that did not begin, and its task's folder when it was the first one.
    static void remove(RunFolder folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder.path())) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
        Path task = folder.path().getParent();
        try {
            if (task != null) {
                Files.deleteIfExists(task);
            }
        } catch (DirectoryNotEmptyException otherRuns) {
            // they stay
        }
    }
}
