package dev.tradewind.search;

/// A request, from any thread, to finish what is in flight and end. The run stays resumable.
public final class Stop {

    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }
}
