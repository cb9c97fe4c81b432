package dev.tradewind.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// As many at the same time as a run has in the air.
final class Crew implements AutoCloseable {

    private static final int WINDOW = 64;

    private final ExecutorService threads = Executors.newFixedThreadPool(WINDOW);

    /// Does the same with each, and returns what came of it in the same order.
    <A, B> List<B> each(List<A> all, Function<A, B> work) throws InterruptedException {
        List<Callable<B>> calls = all.stream().map(one -> call(one, work)).toList();
        List<B> results = new ArrayList<>();
        for (Future<B> future : threads.invokeAll(calls)) {
            results.add(result(future));
        }
        return results;
    }

    private static <A, B> Callable<B> call(A one, Function<A, B> work) {
        return () -> work.apply(one);
    }

    private static <B> B result(Future<B> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
