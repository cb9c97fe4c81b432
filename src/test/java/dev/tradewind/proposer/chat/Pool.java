package dev.tradewind.proposer.chat;

import dev.tradewind.proposer.Reply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many calls at once, each on a virtual thread.
final class Pool {

    private Pool() {}

    /// What each came to: a reply or what it threw, in order.
    static List<Object> all(int calls, IntFunction<Reply> call) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> tasks = new ArrayList<>();
            for (int number = 0; number < calls; number++) {
                int own = number;
                tasks.add(() -> call.apply(own));
            }
            List<Object> ends = new ArrayList<>();
            for (Future<Reply> future : threads.invokeAll(tasks)) {
                ends.add(end(future));
            }
            return ends;
        }
    }

    private static Object end(Future<Reply> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            return cause == null ? thrown : cause;
        }
    }
}
