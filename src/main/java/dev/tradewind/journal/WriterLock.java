package dev.tradewind.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Keeps a second run from writing the same journal.
///
/// An advisory lock on a file beside the journal: the system drops it when the process dies,
/// however it dies. The journal itself must not be locked this way, because closing any handle to
/// it would drop SQLite's own locks.
final class WriterLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock.
    ///
    /// @throws JournalException when another run holds it, or the folder cannot be written
    static WriterLock of(Path journal) {
        Path file = journal.resolveSibling(journal.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, CREATE, WRITE);
            if (!taken(channel, file)) {
                channel.close();
                throw inUse(journal, file);
            }
            return new WriterLock(file, channel);
        } catch (NoSuchFileException missing) {
            throw new JournalException(
                    journal + ": its folder does not exist. Create " + file.getParent(), missing);
        } catch (AccessDeniedException denied) {
            throw new JournalException(
                    journal + ": its folder cannot be written. Maybe it is read-only", denied);
        } catch (IOException fault) {
            throw new JournalException(
                    journal + ": cannot be locked for writing: " + fault.getMessage(), fault);
        }
    }

    /// Whether the lock was free and is still the one other processes see: the file may have been
    /// deleted by its last holder between opening and locking.
    private static boolean taken(FileChannel channel, Path file) throws IOException {
        FileLock lock = lock(channel);
        if (lock == null) {
            return false;
        }
        String token = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(UTF_8)), 0);
        return Files.exists(file) && Files.readString(file).equals(token);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static JournalException inUse(Path journal, Path file) {
        return new JournalException(
                journal
                        + ": another run is writing it"
                        + holder(file)
                        + ". Wait for it, or stop it, and try again");
    }

    private static String holder(Path file) {
        try {
            return " (process " + Files.readString(file).strip() + ")";
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException harmless) {
            // The lock itself ends with the channel; a file left behind stops nobody.
        }
    }
}
