package dev.tradewind.bench.provider;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a loopback provider is like.
///
/// @param seed of all it draws
/// @param port 0 for any that is free
/// @param key it asks for; empty when it takes any
/// @param faults share of the calls that meet each; together at most 1
/// @param retryAfter what it tells those it limits, in whole seconds
public record LoopbackOptions(
        long seed,
        int port,
        String key,
        Latency latency,
        List<LoopbackModel> models,
        Map<Fault, Double> faults,
        Duration retryAfter) {

    public LoopbackOptions {
        models = List.copyOf(models);
        faults = Map.copyOf(faults);
        double all = faults.values().stream().mapToDouble(Double::doubleValue).sum();
        if (faults.values().stream().anyMatch(share -> share < 0) || all > 1) {
            throw new IllegalArgumentException("shares of faults come to " + all + ", not 0 to 1");
        }
    }

    /// Answers at once, makes no faults, takes any key, has the usual models.
    public static LoopbackOptions quick(long seed) {
        return new LoopbackOptions(
                seed,
                0,
                "",
                new Latency.Fixed(Duration.ZERO),
                LoopbackModel.USUAL,
                Map.of(),
                Duration.ofSeconds(1));
    }

    /// With a share of the calls meeting a fault.
    public LoopbackOptions with(Fault fault, double share) {
        Map<Fault, Double> more = new EnumMap<>(Fault.class);
        more.putAll(faults);
        more.put(fault, share);
        return new LoopbackOptions(seed, port, key, latency, models, more, retryAfter);
    }

    public LoopbackOptions withLatency(Latency other) {
        return new LoopbackOptions(seed, port, key, other, models, faults, retryAfter);
    }

    public LoopbackOptions withKey(String other) {
        return new LoopbackOptions(seed, port, other, latency, models, faults, retryAfter);
    }

    public LoopbackOptions withPort(int other) {
        return new LoopbackOptions(seed, other, key, latency, models, faults, retryAfter);
    }

    public LoopbackOptions withModels(List<LoopbackModel> others) {
        return new LoopbackOptions(seed, port, key, latency, others, faults, retryAfter);
    }

    public LoopbackOptions withRetryAfter(Duration other) {
        return new LoopbackOptions(seed, port, key, latency, models, faults, other);
    }
}
