package dev.tradewind.search;

import dev.tradewind.journal.Landing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/// What is in the air: attempts on virtual threads, at most a window of them. Used by one thread;
/// only the attempts themselves run elsewhere.
final class Flights {

    private final int window;
    private final SettlingOrder order;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private int inFlight;

    Flights(int window, SettlingOrder order) {
        this.window = window;
        this.order = order;
    }

    boolean any() {
        return inFlight > 0;
    }

    boolean haveRoom() {
        return inFlight < window;
    }

    /// How many were launched and have not been handed out by [#next].
    int count() {
        return inFlight;
    }

    /// Starts an attempt.
    void launch(long flight, Supplier<Landing> attempt) {
        inFlight++;
        Thread.Builder thread = Thread.ofVirtual().name("flight-" + flight);
        CompletableFuture<Void> _ =
                CompletableFuture.supplyAsync(attempt, thread::start)
                        .handle((landing, fault) -> arrivals.add(arrival(landing, fault)))
                        .thenAccept(_ -> {});
    }

    private static Arrival arrival(@Nullable Landing landing, @Nullable Throwable fault) {
        return landing == null
                ? new Broken(fault instanceof CompletionException e ? e.getCause() : fault)
                : new Safe(landing);
    }

    /// A flight of an earlier session: it landed long ago.
    void launchLanded(Landing landing) {
        inFlight++;
        order.landed(landing);
    }

    /// The landing to settle next; waits for it, telling `log` of all that land meanwhile.
    ///
    /// @throws RuntimeException what kept a flight from landing; those that did land are logged
    Landing next(LandingLog log) throws InterruptedException {
        while (!order.ready()) {
            awaitArrivals(log);
        }
        inFlight--;
        return order.next();
    }

    private void awaitArrivals(LandingLog log) throws InterruptedException {
        List<Arrival> batch = new ArrayList<>();
        batch.add(arrivals.take());
        arrivals.drainTo(batch);
        List<Landing> landings =
                batch.stream()
                        .filter(Safe.class::isInstance)
                        .map(arrival -> ((Safe) arrival).landing())
                        .toList();
        log.append(landings);
        landings.forEach(order::landed);
        for (Arrival arrival : batch) {
            if (arrival instanceof Broken broken) {
                throw broken.asUnchecked();
            }
        }
    }

    /// Records landings so that they survive this process.
    interface LandingLog {
        void append(List<Landing> landings);
    }

    /// A landing, or what kept it from happening: a fault of the outside world, or a bug.
    private sealed interface Arrival {}

    private record Safe(Landing landing) implements Arrival {}

    private record Broken(@Nullable Throwable fault) implements Arrival {

        /// Itself where nobody need declare it; an error is a bug like any other.
        RuntimeException asUnchecked() {
            return fault instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("a flight broke", fault);
        }
    }
}
