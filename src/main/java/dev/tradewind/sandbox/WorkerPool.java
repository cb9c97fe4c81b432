package dev.tradewind.sandbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Long-lived child processes of one kind, and a warm spare started ahead.
///
/// A process that did anything but answer is killed, the spare takes its lane at once, and the next
/// spare starts behind. Deadlines and memory are watched from outside, every 10 ms, by what the
/// kernel says.
public final class WorkerPool implements Sandbox {

    private static final int ATTEMPTS = 3;
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Child child;
    private final PoolSettings settings;
    private final List<String> command;
    private final Lanes<ChildProcess> lanes;
    private final Set<ChildProcess> live = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicLong starts = new AtomicLong();
    private final AtomicLong kills = new AtomicLong();
    private volatile boolean closed;

    /// A pool with one warm spare; its processes start in the background.
    public WorkerPool(Child child, int lanes, Isolation isolation) {
        this(child, PoolSettings.of(isolation, lanes));
    }

    /// A pool whose processes start in the background.
    public WorkerPool(Child child, PoolSettings settings) {
        this.child = child;
        this.settings = settings;
        this.command = settings.isolation().wrap(JavaCommand.of(child), JavaCommand.reads(child));
        this.lanes = new Lanes<>(settings.lanes());
        for (int process = 0; process < settings.lanes() + settings.spares(); process++) {
            start();
        }
        Thread.ofPlatform().daemon().name("sandbox watch").start(this::watch);
    }

    @Override
    public Ending ask(byte[] request, Deadline deadline) {
        if (request.length > Frame.LARGEST_REQUEST.count()) {
            throw new IllegalArgumentException(
                    "a request of %d bytes, at most %s are possible"
                            .formatted(request.length, Frame.LARGEST_REQUEST));
        }
        ChildProcess worker = usable();
        Ending ending = worker.ask(request, deadline).join();
        settle(worker, ending);
        return ending;
    }

    @Override
    public void close() {
        closed = true;
        lanes.stop("the sandbox is closed");
        Spawner.settle();
        live.forEach(worker -> worker.end("the sandbox was closed"));
        live.forEach(this::bury);
    }

    /// Processes started so far.
    public long starts() {
        return starts.get();
    }

    /// Requests that did not end in an answer, and cost their process.
    public long kills() {
        return kills.get();
    }

    /// How long a lane had no process to send to after each kill: the last 10,000, oldest first.
    public List<Duration> gaps() {
        return lanes.gaps();
    }

    /// The operating system's numbers of all processes of this pool now, wrappers included.
    public long[] pids() {
        return live.stream().flatMapToLong(ChildProcess::pids).toArray();
    }

    /// A worker that did not die while it was idle, which would be nobody's request's fault.
    private ChildProcess usable() {
        for (int attempt = 0; attempt <= settings.lanes() + settings.spares(); attempt++) {
            ChildProcess worker = lanes.take();
            if (worker.usable()) {
                return worker;
            }
            replace(worker);
        }
        throw new SandboxException(
                "sandboxed processes end while they have nothing to do. Maybe something on this"
                        + " machine kills them: out of memory?");
    }

    private void settle(ChildProcess worker, Ending ending) {
        if (!(ending instanceof Ending.Answered)) {
            kills.incrementAndGet();
            lanes.lost(worker.endedAt());
            start();
        } else if (worker.requests() < settings.recycleAfter() && !worker.worn()) {
            lanes.giveBack(worker);
        } else {
            replace(worker);
        }
    }

    private void replace(ChildProcess worker) {
        lanes.retired();
        worker.end("replaced");
        start();
    }

    private void start() {
        if (closed) {
            return;
        }
        starts.incrementAndGet();
        CompletableFuture<ChildProcess> _ =
                Spawner.start(command, this::greet).whenComplete((_, fault) -> note(fault));
    }

    private void note(@Nullable Throwable fault) {
        if (fault != null) {
            failed(Tail.oneLine(fault.toString()));
        }
    }

    private ChildProcess greet(Process process) {
        ChildProcess worker = new ChildProcess(process, child, settings.isolation());
        live.add(worker);
        CompletableFuture<Void> _ = process.onExit().thenRun(() -> live.remove(worker));
        CompletableFuture<Void> _ = worker.greet().thenAccept(ending -> greeted(worker, ending));
        return worker;
    }

    private void greeted(ChildProcess worker, Ending ending) {
        switch (ending) {
            case Ending.Answered _ -> {
                failuresInARow.set(0);
                lanes.arrived(worker);
            }
            case Ending.OutOfTime late -> failed(late.detail());
            case Ending.OutOfMemory large -> failed(large.detail());
            case Ending.Crashed crashed -> failed(crashed.detail());
        }
    }

    /// Tries again, but not for ever: what fails three times in a row will fail a fourth time.
    private void failed(String why) {
        if (failuresInARow.incrementAndGet() < ATTEMPTS) {
            start();
        } else {
            lanes.stop(
                    "no %s can be started in isolation \"%s\": %s"
                            .formatted(child.service().getSimpleName(), settings.isolation(), why));
        }
    }

    private void watch() {
        try {
            while (!closed) {
                live.forEach(ChildProcess::watch);
                LockSupport.parkNanos(GLANCE.toNanos());
            }
        } finally {
            lanes.stop("the sandbox has no watch");
        }
    }

    private void bury(ChildProcess worker) {
        try {
            if (worker.gone(PATIENCE)) {
                live.remove(worker);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
