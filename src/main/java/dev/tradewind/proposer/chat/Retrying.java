package dev.tradewind.proposer.chat;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How a failing provider is asked again.
///
/// @param first wait after the first failure; doubles with each further one
/// @param longest wait
/// @param outageAfter failures in a row that make an outage
/// @param perRequest tries of one request while others are answered
record Retrying(Duration first, Duration longest, int outageAfter, int perRequest) {

    static final Retrying DEFAULT =
            new Retrying(Duration.ofMillis(500), Duration.ofSeconds(30), 5, 12);

    /// A wait is longer or shorter by up to this share, so that calls that failed together do not
    /// come again together.
    private static final double JITTER = 0.25;

    private static final int DOUBLINGS = 30;

    /// The wait after so many failures.
    Duration after(int failures, RandomGenerator random) {
        double doubled = first.toNanos() * (double) (1L << Math.min(failures - 1, DOUBLINGS));
        double wait = Math.min(doubled, (double) longest.toNanos());
        return Duration.ofNanos((long) (wait * random.nextDouble(1 - JITTER, 1 + JITTER)));
    }

    /// A wait the provider asked for: never shorter.
    Duration atLeast(Duration asked, RandomGenerator random) {
        return Duration.ofNanos((long) (asked.toNanos() * random.nextDouble(1, 1 + JITTER)));
    }
}
