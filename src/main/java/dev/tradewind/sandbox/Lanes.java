package dev.tradewind.sandbox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who may work: a fixed number of lanes, each with a worker or waiting for one, and warm spares
/// that step in. Callers wait here; starting and killing workers is the pool's part.
///
/// @param <W> a worker
final class Lanes<W> {

    private static final int GAPS_KEPT = 10_000;
    private static final long NOT_MEASURED = Long.MIN_VALUE;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<W> idle = new ArrayDeque<>();
    private final Deque<W> spares = new ArrayDeque<>();

    /// One entry per lane without a worker: when it lost its last.
    private final Deque<Long> empty = new ArrayDeque<>();

    private final Deque<Duration> gaps = new ArrayDeque<>();
    private @Nullable String fault;

    Lanes(int count) {
        for (int lane = 0; lane < count; lane++) {
            empty.add(NOT_MEASURED);
        }
    }

    /// A worker of a free lane: the one used last, its code is warm. Waits until there is one.
    ///
    /// @throws SandboxException once [#stop] was called
    W take() {
        lock.lock();
        try {
            while (idle.isEmpty() && fault == null) {
                changed.awaitUninterruptibly();
            }
            if (fault != null) {
                throw new SandboxException(fault);
            }
            return idle.pop();
        } finally {
            lock.unlock();
        }
    }

    /// The lane is free again, with the same worker.
    void giveBack(W worker) {
        lock.lock();
        try {
            idle.push(worker);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The lane's worker was killed at this `System.nanoTime`: a spare takes over now, or the next
    /// worker to arrive will.
    void lost(long killedAt) {
        vacate(killedAt);
    }

    /// The lane's worker was put to rest without a fault.
    void retired() {
        vacate(NOT_MEASURED);
    }

    /// A new worker is warm.
    void arrived(W worker) {
        lock.lock();
        try {
            spares.add(worker);
            fill();
        } finally {
            lock.unlock();
        }
    }

    /// Sends every caller away, now and from now on; the first reason stays.
    void stop(String reason) {
        lock.lock();
        try {
            fault = fault == null ? reason : fault;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How long lanes were without a worker after a kill: the last 10,000, oldest first.
    List<Duration> gaps() {
        lock.lock();
        try {
            return new ArrayList<>(gaps);
        } finally {
            lock.unlock();
        }
    }

    private void vacate(long since) {
        lock.lock();
        try {
            empty.add(since);
            fill();
        } finally {
            lock.unlock();
        }
    }

    private void fill() {
        while (!empty.isEmpty() && !spares.isEmpty()) {
            long since = empty.remove();
            idle.push(spares.remove());
            changed.signal();
            if (since != NOT_MEASURED) {
                note(Duration.ofNanos(System.nanoTime() - since));
            }
        }
    }

    private void note(Duration gap) {
        if (gaps.size() == GAPS_KEPT) {
            gaps.remove();
        }
        gaps.add(gap);
    }
}
