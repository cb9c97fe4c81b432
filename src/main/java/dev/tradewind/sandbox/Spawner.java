package dev.tradewind.sandbox;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Starts every process from one platform thread that lives as long as this JVM.
///
/// "Die with the parent" means, to Linux, with the parent *thread*: a child started on a pool's or
/// a virtual thread's carrier would be killed whenever that carrier is let go.
final class Spawner {

    private static final Executor THREAD =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("sandbox spawner").factory());

    private Spawner() {}

    /// Starts a process with an empty environment, in the root folder, and does something with it
    /// at once, on the same thread. Fails with an [IOException] as cause.
    static <T> CompletableFuture<T> start(List<String> command, Function<Process, T> then) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        builder.environment().clear();
        return CompletableFuture.supplyAsync(() -> then.apply(start(builder)), THREAD);
    }

    /// Waits until every start asked for so far has happened.
    static void settle() {
        CompletableFuture.runAsync(() -> {}, THREAD).join();
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
