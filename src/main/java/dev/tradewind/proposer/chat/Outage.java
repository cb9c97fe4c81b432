package dev.tradewind.proposer.chat;

import dev.tradewind.proposer.ProviderDown;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Whether a rung answers at all. While it does not, one call at a time tries it and all others
/// wait; when that lasts longer than the campaign's patience, all of them end.
final class Outage {

    private final ChatRung rung;
    private final Retrying retrying;
    private final Listener listener;
    private final LongSupplier nanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int failures;
    private int losses;
    private boolean down;
    private boolean probing;
    private int probes;
    private long since;
    private long next;
    private @Nullable String end;

    /// @param nanos a clock such as [System#nanoTime]
    Outage(ChatRung rung, Retrying retrying, Listener listener, LongSupplier nanos) {
        this.rung = rung;
        this.retrying = retrying;
        this.listener = listener;
        this.nanos = nanos;
    }

    /// Leave to make a call. Must be given back.
    ///
    /// @param probe whether it is the one that tries during an outage
    record Pass(boolean probe) {}

    /// Waits until a call may be made.
    ///
    /// @throws ProviderDown when the outage has lasted too long
    Pass enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (down) {
                if (end != null) {
                    throw new ProviderDown(end);
                }
                long left = probing ? Long.MAX_VALUE : next - nanos.getAsLong();
                if (left <= 0) {
                    probing = true;
                    return new Pass(true);
                }
                long _ = changed.awaitNanos(left);
            }
            return new Pass(false);
        } finally {
            lock.unlock();
        }
    }

    /// The call is over, however it ended.
    void leave(Pass pass) {
        if (pass.probe()) {
            lock.lock();
            try {
                probing = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /// A call was answered.
    void answered() {
        lock.lock();
        try {
            failures = 0;
            losses = 0;
            if (down && end == null) {
                down = false;
                listener.up(rung.name(), Duration.ofNanos(nanos.getAsLong() - since));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// A call failed and is to be tried again: after the pause this returns, at once when there is
    /// an outage, to wait here with the others.
    ///
    /// @param tries of its request, this one included
    /// @param asked pause the provider asks for
    Duration failed(Pass pass, int tries, String why, @Nullable Duration asked) {
        lock.lock();
        try {
            failures++;
            boolean outage = Math.min(tries, failures) >= retrying.outageAfter();
            if (pass.probe() || (!down && (outage || tooLong(asked)))) {
                hold(why, asked);
            }
            return down ? Duration.ZERO : pause(asked, tries);
        } finally {
            lock.unlock();
        }
    }

    /// A call came to nothing and is not tried again.
    void lost(Pass pass, String why) {
        lock.lock();
        try {
            losses++;
            if (pass.probe() || (!down && losses >= retrying.outageAfter())) {
                hold(why, null);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether calls are held back.
    boolean isDown() {
        lock.lock();
        try {
            return down;
        } finally {
            lock.unlock();
        }
    }

    private boolean tooLong(@Nullable Duration asked) {
        return asked != null && asked.compareTo(rung.limits().patience()) > 0;
    }

    /// Begins an outage or goes on with one.
    private void hold(String why, @Nullable Duration asked) {
        long now = nanos.getAsLong();
        boolean begins = !down;
        if (begins) {
            down = true;
            since = now;
            probes = 0;
        }
        Duration pause = pause(asked, ++probes);
        long left = rung.limits().patience().toNanos() - (now - since);
        if (left <= 0 || tooLong(asked)) {
            end = lasting(why, asked, now);
        }
        next = now + Math.min(pause.toNanos(), Math.max(left, 0));
        if (begins) {
            listener.down(rung.name(), why, Duration.ofNanos(next - now));
        }
        changed.signalAll();
    }

    private String lasting(String why, @Nullable Duration asked, long now) {
        String patience =
                asked != null && tooLong(asked)
                        ? "asks to be left alone for %d s".formatted(asked.toSeconds())
                        : "has not answered for %d s"
                                .formatted(Duration.ofNanos(now - since).toSeconds());
        return "rung %s: %s at %s %s, limits.patience is %d s. Last: %s"
                .formatted(
                        rung.name(),
                        rung.model(),
                        rung.address(),
                        patience,
                        rung.limits().patience().toSeconds(),
                        why);
    }

    private Duration pause(@Nullable Duration asked, int failed) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return asked == null ? retrying.after(failed, random) : retrying.atLeast(asked, random);
    }
}
