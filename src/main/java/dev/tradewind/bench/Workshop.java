package dev.tradewind.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A temporary folder and the processes that work in it. Both are gone after [#close], and after
/// Ctrl-C or a polite kill too.
public final class Workshop implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Path folder;
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();
    private final Thread emergency = new Thread(this::clear, "bench clean-up");
    private int bays;
    private volatile boolean closed;

    private Workshop(Path folder) {
        this.folder = folder;
    }

    /// A new one.
    ///
    /// @throws IOException when no temporary folder can be made
    public static Workshop open() throws IOException {
        Workshop workshop = new Workshop(Files.createTempDirectory("tradewind-bench"));
        Runtime.getRuntime().addShutdownHook(workshop.emergency);
        return workshop;
    }

    /// A fresh folder in it.
    Path bay() throws IOException {
        return Files.createDirectory(folder.resolve("bay-" + ++bays));
    }

    /// Starts a process that ends with the workshop.
    Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        processes.add(process);
        CompletableFuture<Void> _ = process.onExit().thenRun(() -> processes.remove(process));
        if (closed) {
            end(process);
        }
        return process;
    }

    /// Lets nobody wonder why processes end while this JVM is on its way out: does not return then.
    void standStillWhenEnding() throws InterruptedException {
        if (closed) {
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(emergency);
        } catch (IllegalStateException _) {
            // the emergency is on and does the same
        }
    }

    private void clear() {
        closed = true;
        processes.forEach(Workshop::end);
        try {
            delete();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        process.destroyForcibly();
        for (ProcessHandle one : all) {
            one.onExit().completeOnTimeout(one, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException _) {
            // deleted already
        }
    }
}
