package dev.tradewind.search;

import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Note;
import dev.tradewind.journal.Placed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What is in the air: attempts on virtual threads, at most a window of them. Used by one thread;
/// only the attempts themselves run elsewhere.
final class Flights {

    private final int window;
    private final SettlingOrder order;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private int inFlight;
    private int airborne;

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
        airborne++;
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

    /// Hands in an exchange of a flight under way, from any thread: it is logged before the
    /// flight's landing is.
    void paid(Placed exchange) {
        arrivals.add(new Paid(exchange));
    }

    /// Hands in what people should know, from any thread.
    void tell(Note note) {
        arrivals.add(new Told(note));
    }

    /// A flight of an earlier session: it landed long ago.
    void launchLanded(Landing landing) {
        inFlight++;
        order.landed(landing);
    }

    /// The landing to settle next; waits for it, telling `log` of all that comes in meanwhile.
    ///
    /// @throws RuntimeException what kept a flight from landing; what did come in is logged
    Landing next(Log log) throws InterruptedException {
        while (!order.ready()) {
            awaitArrivals(log);
        }
        inFlight--;
        return order.next();
    }

    private void awaitArrivals(Log log) throws InterruptedException {
        List<Arrival> batch = new ArrayList<>();
        batch.add(arrivals.take());
        arrivals.drainTo(batch);
        List<Broken> broken = new ArrayList<>();
        for (Arrival arrival : batch) {
            switch (arrival) {
                case Safe(Landing landing) -> {
                    airborne--;
                    log.append(landing);
                    order.landed(landing);
                }
                case Paid(Placed exchange) -> log.append(exchange);
                case Told(Note note) -> log.append(note);
                case Broken fault -> {
                    airborne--;
                    broken.add(fault);
                }
            }
        }
        log.commit();
        if (!broken.isEmpty()) {
            throw broken.getFirst().asUnchecked();
        }
    }

    /// The landings whose turn it is to settle, while there are any.
    Iterator<Landing> landed() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return order.ready();
            }

            @Override
            public Landing next() {
                if (!order.ready()) {
                    throw new NoSuchElementException("no landing is to settle now");
                }
                inFlight--;
                return order.next();
            }
        };
    }

    /// Logs what is still coming in when no further flight is waited for, so that no answer that
    /// was paid for is lost; returns when each has landed or broken, or at the end of patience.
    void drain(Log log, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (airborne > 0) {
            Arrival arrival = arrivals.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (arrival == null) {
                break;
            }
            drained(arrival, log);
        }
        log.commit();
    }

    private void drained(Arrival arrival, Log log) {
        switch (arrival) {
            case Safe(Landing landing) -> {
                airborne--;
                log.append(landing);
                order.landed(landing);
            }
            case Paid(Placed exchange) -> log.append(exchange);
            case Told(Note note) -> log.append(note);
            case Broken _ -> airborne--;
        }
    }

    /// Records what comes in so that it survives this process.
    interface Log {
        void append(Landing landing);

        void append(Placed exchange);

        void append(Note note);

        void commit();
    }

    /// What a flight hands in: a landing, or what kept it from happening (a fault of the outside
    /// world, or a bug), or something on the way.
    private sealed interface Arrival {}

    private record Safe(Landing landing) implements Arrival {}

    /// A model has answered, the flight goes on.
    private record Paid(Placed exchange) implements Arrival {}

    /// Something happened that people should know.
    private record Told(Note note) implements Arrival {}

    private record Broken(@Nullable Throwable fault) implements Arrival {

        /// Itself where nobody need declare it; an error is a bug like any other.
        RuntimeException asUnchecked() {
            return fault instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("a flight broke", fault);
        }
    }
}
