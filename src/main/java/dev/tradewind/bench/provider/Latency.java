package dev.tradewind.bench.provider;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long an answer takes.
public sealed interface Latency {

    Duration draw(RandomGenerator random);

    /// Always as long.
    record Fixed(Duration time) implements Latency {
        @Override
        public Duration draw(RandomGenerator random) {
            return time;
        }
    }

    /// As for a server that may be done at any moment.
    record Exponential(Duration mean) implements Latency {
        @Override
        public Duration draw(RandomGenerator random) {
            return times(mean, random.nextExponential());
        }
    }

    /// Mostly near the middle, sometimes many times as long: what providers show.
    ///
    /// @param spread standard deviation of the logarithm, such as 0.5
    record LogNormal(Duration median, double spread) implements Latency {
        @Override
        public Duration draw(RandomGenerator random) {
            return times(median, Math.exp(spread * random.nextGaussian()));
        }
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofNanos((long) (time.toNanos() * factor));
    }
}
