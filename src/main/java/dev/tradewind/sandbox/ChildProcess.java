package dev.tradewind.sandbox;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/// The parent's side of one child process: a request at a time, answered, or ended by a kill.
///
/// Three threads meet here: the one that asks, the reader of the child's output, and the pool's
/// watch. Whoever first takes the exchange out of `current` decides how it ended. Nobody waits on
/// the pipe but the reader, so that a pipe held open by someone else holds up no caller.
final class ChildProcess {

    private static final SecureRandom NONCES = new SecureRandom();
    private static final Deadline GREETING =
            new Deadline(Duration.ofSeconds(60), Duration.ofMinutes(5));
    private static final int HEAP_RAN_OUT = 3;
    private static final int GLANCES_PER_COUNT = 200;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Child child;
    private final Isolation isolation;
    private final Process process;
    private final Tail complaints;
    private final AtomicReference<@Nullable Exchange> current = new AtomicReference<>();
    private final AtomicLong cpu = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong endedAt = new AtomicLong();
    private final Exchange greeting;
    private final Thread reader;
    private volatile ProcessTree tree;
    private volatile boolean ended;
    private volatile boolean worn;
    private int glances;

    ChildProcess(Process process, Child child, Isolation isolation) {
        this.child = child;
        this.isolation = isolation;
        this.process = process;
        this.complaints = Tail.of(process.getErrorStream());
        this.tree = new ProcessTree(List.of(process.toHandle()));
        this.greeting = exchange(GREETING);
        this.reader = Thread.ofPlatform().daemon().name("sandbox reader").unstarted(this::converse);
    }

    /// Greets the child and starts listening to it; called once.
    CompletableFuture<Ending> greet() {
        current.set(greeting);
        reader.start();
        return greeting.ending();
    }

    /// Sends a request; not before the last one has ended.
    CompletableFuture<Ending> ask(byte[] request, Deadline deadline) {
        Exchange exchange = exchange(deadline);
        current.set(exchange);
        requests.incrementAndGet();
        try {
            send(exchange, request);
        } catch (IOException _) {
            finish(exchange, died());
        }
        return exchange.ending();
    }

    /// Kills the child if its request has used more than it may. Called by one thread.
    void watch() {
        Exchange exchange = current.get();
        if (exchange == null) {
            return;
        }
        if (!process.isAlive()) {
            finish(exchange, died());
            return;
        }
        if (++glances % GLANCES_PER_COUNT == 0) {
            tree = ProcessTree.of(process);
        }
        Ending overdue = exchange.overdue(usage(), tree.resident(), child.memory());
        if (overdue != null) {
            finish(exchange, overdue);
        }
    }

    /// Whether the next request may be sent to it.
    boolean usable() {
        return !ended && process.isAlive();
    }

    /// Whether it asked to be replaced.
    boolean worn() {
        return worn;
    }

    /// Requests sent so far.
    long requests() {
        return requests.get();
    }

    /// The moment its last request was seen to have failed, by `System.nanoTime`.
    long endedAt() {
        return endedAt.get();
    }

    /// Kills it; a request under way ends as crashed.
    void end(String why) {
        Exchange exchange = current.get();
        if (exchange != null) {
            finish(exchange, new Ending.Crashed(exchange.cpu(usage().cpu()), why));
        }
        kill();
    }

    /// Waits until it is gone and nobody holds its pipe, but not for ever.
    boolean gone(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && reader.join(patience);
    }

    /// The operating system's numbers of it and its descendants.
    LongStream pids() {
        return tree.processes().stream().mapToLong(ProcessHandle::pid);
    }

    private void converse() {
        try (DataInputStream answers = new DataInputStream(process.getInputStream())) {
            send(greeting, child.greeting());
            while (!ended) {
                receive(Frame.read(answers, child.answer()));
            }
        } catch (Frame.Broken e) {
            fail(new Ending.Crashed(spent(), String.valueOf(e.getMessage())));
        } catch (IOException _) {
            fail(died());
        }
    }

    private void receive(Frame frame) throws Frame.Broken {
        Exchange exchange = current.get();
        if (exchange == null || !frame.answers(exchange.nonce())) {
            throw new Frame.Broken("an answer to no request");
        }
        if (exchange.nonce() == greeting.nonce()) {
            tree = ProcessTree.of(process);
        }
        if (frame.saysWorn(exchange.nonce())) {
            worn = true;
        }
        finish(exchange, new Ending.Answered(frame.payload(), spent()));
    }

    private Exchange exchange(Deadline deadline) {
        return new Exchange(NONCES.nextLong(), deadline, usage(), new CompletableFuture<>());
    }

    private void send(Exchange exchange, byte[] payload) throws IOException {
        new Frame(exchange.nonce(), payload).write(process.getOutputStream());
    }

    private void fail(Ending ending) {
        Exchange exchange = current.get();
        if (exchange != null) {
            finish(exchange, ending);
        }
        kill();
    }

    private void finish(Exchange exchange, Ending ending) {
        if (current.compareAndSet(exchange, null)) {
            if (!(ending instanceof Ending.Answered)) {
                endedAt.set(System.nanoTime());
                kill();
            }
            exchange.ending().complete(ending);
        }
    }

    /// How a child that has closed its output came to its end.
    private Ending died() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Ending.Crashed(spent(), "closed its output");
            }
            String detail = "status " + process.exitValue() + ": " + complaints.text();
            return process.exitValue() == HEAP_RAN_OUT
                    ? new Ending.OutOfMemory(spent(), detail)
                    : new Ending.Crashed(spent(), detail);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Ending.Crashed(spent(), "interrupted while waiting for its end");
        }
    }

    /// A wrapper that is still setting up is left to finish first: bubblewrap's first half, killed
    /// before it has told its second half to go on, leaves that waiting for ever.
    private void kill() {
        if (ended) {
            return;
        }
        ended = true;
        if (!isolation.endsDescendants()) {
            ProcessTree.of(process).kill();
        } else if (tree.wrapped()) {
            tree.killInside();
        }
        later(1, () -> ProcessTree.of(process).killInside());
        later(2, process::destroyForcibly);
    }

    private void later(int patiences, Runnable kill) {
        CompletableFuture.delayedExecutor(patiences * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            if (process.isAlive()) {
                                kill.run();
                            }
                        });
    }

    private Duration spent() {
        Exchange exchange = current.get();
        return exchange == null ? Duration.ZERO : exchange.cpu(usage().cpu());
    }

    /// Never less than before: a process that is gone has not given back its time.
    private Exchange.Usage usage() {
        long used = cpu.accumulateAndGet(tree.cpu(), Math::max);
        return new Exchange.Usage(used, System.nanoTime(), complaints.seen());
    }
}
