package dev.tradewind.search;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A request, from any thread, to finish what is in flight and end. The run stays resumable.
public final class Stop {

    private final List<Runnable> hearers = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    public void request() {
        requested = true;
        hearers.forEach(Runnable::run);
    }

    public boolean requested() {
        return requested;
    }

    /// Tells someone once, on the requesting thread; at once when it was requested before.
    void whenRequested(Runnable hearer) {
        hearers.add(hearer);
        if (requested) {
            hearer.run();
        }
    }
}
