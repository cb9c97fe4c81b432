package dev.tradewind.guard;

import dev.tradewind.sandbox.Deadline;
import dev.tradewind.sandbox.Ending;
import dev.tradewind.sandbox.Sandbox;

import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Compiles in a sandbox, for many threads at once: whoever has the turn sends along whatever is
/// waiting. When a batch ends badly its candidates are compiled one by one, so that only the guilty
/// is refused.
final class BatchingCompiler implements Compiler {

    private static final int LARGEST_BATCH = 16;
    private static final Duration CPU = Duration.ofSeconds(5);

    private final Sandbox sandbox;
    private final Queue<Job> waiting = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

    BatchingCompiler(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Compiled compile(SortedMap<String, String> sources) {
        Job job = new Job(sources, new CompletableFuture<>());
        waiting.add(job);
        turn.lock();
        try {
            while (!job.done()) {
                send(waitingJobs());
            }
        } finally {
            turn.unlock();
        }
        return job.compiled().join();
    }

    private List<Job> waitingJobs() {
        List<Job> batch = new ArrayList<>();
        while (batch.size() < LARGEST_BATCH) {
            Job job = waiting.poll();
            if (job == null) {
                break;
            }
            batch.add(job);
        }
        return batch;
    }

    private void send(List<Job> batch) {
        send(batch, Duration.ZERO);
    }

    /// @param before processor time each of them has cost already
    private void send(List<Job> batch, Duration before) {
        try {
            List<SortedMap<String, String>> sources = batch.stream().map(Job::sources).toList();
            Ending ending = sandbox.ask(CompileFrames.request(sources), Deadline.ofCpu(CPU));
            settle(batch, ending, before.plus(ending.cpu().dividedBy(batch.size())));
        } catch (RuntimeException broken) {
            batch.forEach(job -> job.compiled().completeExceptionally(broken));
        }
    }

    /// @param each processor time of each of them
    private void settle(List<Job> batch, Ending ending, Duration each) {
        switch (ending) {
            case Ending.Answered answered -> answered(batch, answered.answer(), each);
            case Ending.OutOfTime _ ->
                    failed(
                            batch,
                            "took more than %d CPU s to compile".formatted(CPU.toSeconds()),
                            each);
            case Ending.OutOfMemory _ -> failed(batch, "out of compiler memory", each);
            case Ending.Crashed crashed ->
                    failed(batch, "the compiler crashed: " + crashed.detail(), each);
        }
    }

    private void answered(List<Job> batch, byte[] answer, Duration each) {
        List<Compiled> answers;
        try {
            answers = CompileFrames.readAnswer(answer, batch.size());
        } catch (BufferUnderflowException _) {
            failed(batch, "the compiler's answer cannot be read", each);
            return;
        }
        for (int at = 0; at < answers.size(); at++) {
            batch.get(at).compiled().complete(answers.get(at).plus(each));
        }
    }

    private void failed(List<Job> batch, String why, Duration each) {
        if (batch.size() == 1) {
            batch.getFirst().compiled().complete(new Compiled.Broken(why, each));
        } else {
            batch.forEach(job -> send(List.of(job), each));
        }
    }

    /// One candidate waiting for its class files.
    private record Job(SortedMap<String, String> sources, CompletableFuture<Compiled> compiled) {

        boolean done() {
            return compiled.isDone();
        }
    }
}
