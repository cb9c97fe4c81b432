package dev.tradewind.cli;

import dev.tradewind.evolution.Champion;
import dev.tradewind.report.Outcomes;
import dev.tradewind.search.Counts;
import dev.tradewind.search.Phase;
import dev.tradewind.search.Progress;
import dev.tradewind.search.Status;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// Watches a run and has it shown a few times a second: remembers when the best value last changed.
final class RunWatch implements Progress {

    private static final long BETWEEN_DRAWINGS = Duration.ofMillis(200).toNanos();

    private final Display display;
    private final Scene.Heading heading;
    private final LongSupplier clock;
    private final long begun;
    private long drawn;
    private long earlier = -1;
    private double best = Double.NaN;
    private double change;
    private long improved;
    private List<Champion> front = List.of();
    private String phase = "";

    /// @param clock nanoseconds that only go forward
    RunWatch(Display display, Scene.Heading heading, LongSupplier clock) {
        this.display = display;
        this.heading = heading;
        this.clock = clock;
        this.begun = clock.getAsLong();
        this.drawn = begun - BETWEEN_DRAWINGS;
        this.improved = begun;
    }

    @Override
    public void update(Status status) {
        long now = clock.getAsLong();
        notice(status, now);
        if (now - drawn >= BETWEEN_DRAWINGS || !words(status.phase()).equals(phase)) {
            drawn = now;
            phase = words(status.phase());
            display.show(scene(status, now));
        }
    }

    @Override
    public void message(String line) {
        display.say(line);
    }

    /// The first thing heard of tells how long earlier sessions took.
    private void notice(Status status, long now) {
        if (earlier < 0) {
            earlier = Math.max(0, status.spend().wall().toNanos() - (now - begun));
        }
        double value = status.champion().validation().first();
        if (status.phase() != Phase.SEARCH) {
            return;
        }
        boolean better = Double.compare(value, best) != 0;
        if (better) {
            change = Double.isNaN(best) ? 0 : value - best;
            best = value;
        }
        if (better || (status.front().size() > 1 && !status.front().equals(front))) {
            improved = now;
        }
        front = status.front();
    }

    private Scene scene(Status status, long now) {
        Counts counts = status.counts();
        return new Scene(
                heading,
                phase,
                Duration.ofNanos(earlier + now - begun),
                new Scene.Best(best, change, Duration.ofNanos(now - improved), front.size()),
                status.budget(),
                status.spend(),
                Outcomes.of(counts.scored(), counts.causes()),
                status.rungs(),
                status.prospect().get());
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case SEARCH -> "searching";
            case BASELINE -> "random search, for comparison";
            case TEST -> "on the test sets";
        };
    }
}
