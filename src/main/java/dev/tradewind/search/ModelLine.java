package dev.tradewind.search;

import dev.tradewind.proposer.Reply;
import dev.tradewind.proposer.Request;
import dev.tradewind.proposer.chat.ChatCaller;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/// The way to one model. Once someone has asked to stop, calls under way are finished, because they
/// are paid for, and no other begins.
final class ModelLine implements AutoCloseable {

    private final ChatCaller caller;
    private final Semaphore slots;
    private final Stop stop;

    /// @param calls at the same time
    ModelLine(ChatCaller caller, int calls, Stop stop) {
        this.caller = caller;
        this.slots = new Semaphore(calls);
        this.stop = stop;
    }

    /// Waits for a slot, asks, and waits for what comes of it.
    ///
    /// @throws Grounded when there is no calling any more
    Reply call(Request request) {
        try {
            slots.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Grounded.stopped();
        }
        try {
            if (stop.requested()) {
                throw Grounded.stopped();
            }
            return caller.call(request);
        } catch (CancellationException _) {
            throw Grounded.stopped();
        } finally {
            slots.release();
        }
    }

    @Override
    public void close() {
        caller.close();
    }
}
