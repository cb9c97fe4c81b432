package dev.tradewind.proposer.chat;

import java.time.Duration;

/// What one call left on the wire, for the thread that makes it.
final class Trace {

    /// Of the call this thread is making.
    static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    private final long start = System.nanoTime();
    private Duration inFlight = Duration.ZERO;
    private String body = "";
    private boolean received;
    private boolean interrupted;

    /// An answer arrived.
    void received(String text) {
        body = text;
        received = true;
    }

    /// The thread was told to stop.
    void interrupt() {
        interrupted = true;
    }

    /// Whether it was.
    boolean interrupted() {
        return interrupted;
    }

    /// The wire is silent again.
    void end() {
        inFlight = Duration.ofNanos(System.nanoTime() - start);
    }

    /// Whether an answer arrived, whatever it was.
    boolean received() {
        return received;
    }

    /// The answer as it came.
    String body() {
        return body;
    }

    Duration inFlight() {
        return inFlight;
    }
}
