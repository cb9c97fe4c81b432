package dev.tradewind.bench;

import dev.tradewind.bench.Clocks.Span;
import dev.tradewind.search.Housekeeping;
import dev.tradewind.search.Progress;
import dev.tradewind.search.Status;
import dev.tradewind.search.Stop;
import dev.tradewind.search.Watch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/// Looks at a run for some time once it is warm, then asks it to stop.
final class Stretch implements Progress {

    private final Duration warmUp;
    private final Duration time;
    private final Supplier<Clocks> clocks;
    private final Stop stop = new Stop();
    private long start;
    private @Nullable Reading begun;
    private @Nullable Reading ended;

    /// @param warmUp from the first settled flight on, does not count
    /// @param time that counts
    /// @param clocks read at both ends
    Stretch(Duration warmUp, Duration time, Supplier<Clocks> clocks) {
        this.warmUp = warmUp;
        this.time = time;
        this.clocks = clocks;
    }

    /// How a run stood at a moment.
    private record Reading(Clocks clocks, Status status) {

        long answers() {
            return status.spend().models().calls();
        }
    }

    /// For the run to be looked at.
    Watch watch() {
        return new Watch(new Housekeeping(this), stop);
    }

    @Override
    public void update(Status status) {
        if (ended != null) {
            return;
        }
        if (start == 0) {
            start = System.nanoTime();
        } else if (begun == null) {
            begun = reading(start, warmUp, status);
        } else {
            ended = reading(begun.clocks.wall(), time, status);
            if (ended != null) {
                stop.request();
            }
        }
    }

    /// Null unless so much time has passed.
    private @Nullable Reading reading(long since, Duration after, Status status) {
        return System.nanoTime() - since < after.toNanos()
                ? null
                : new Reading(clocks.get(), status);
    }

    @Override
    public void message(String line) {}

    private Reading begun() {
        return Objects.requireNonNull(begun, "the run ended before it was warm");
    }

    private Reading ended() {
        return Objects.requireNonNull(ended, "the run ended too early");
    }

    Span span() {
        return begun().clocks.until(ended().clocks);
    }

    /// Candidates evaluated.
    long candidates() {
        return ended().status.spend().evaluations() - begun().status.spend().evaluations();
    }

    /// Answers of models, those without a candidate in them too.
    long answers() {
        return ended().answers() - begun().answers();
    }

    /// Flights settled. Flights that brought advice are not among them.
    long flights() {
        return ended().status.counts().total() - begun().status.counts().total();
    }

    /// Calls in flight at a time, on the average.
    double inFlight() {
        Duration all =
                ended().status
                        .spend()
                        .models()
                        .inFlight()
                        .minus(begun().status.spend().models().inFlight());
        return (double) all.toNanos() / span().wall();
    }
}
