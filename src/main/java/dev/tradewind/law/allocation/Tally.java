package dev.tradewind.law.allocation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts of proposals, rung by rung.
final class Tally {

    private final long[] launched;
    private final long[] landed;

    Tally(int rungs) {
        launched = new long[rungs];
        landed = new long[rungs];
    }

    void launch(int rung) {
        launched[rung]++;
    }

    void land(int rung) {
        landed[rung]++;
    }

    long launched(int rung) {
        return launched[rung];
    }

    long launched() {
        return Arrays.stream(launched).sum();
    }

    /// Seen or in flight.
    double asked(int rung) {
        return Math.max(launched[rung], landed[rung]);
    }

    double asked() {
        return IntStream.range(0, landed.length).mapToDouble(this::asked).sum();
    }

    /// Launched and not yet seen again; proposals that were observed without having been announced
    /// do not count against others.
    long inFlight(int rung) {
        return Math.max(0, launched[rung] - landed[rung]);
    }
}
