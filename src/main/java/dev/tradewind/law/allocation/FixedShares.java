package dev.tradewind.law.allocation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Deals proposals out by the rungs' shares, whatever comes of them: next is always the rung
/// furthest behind its own.
public final class FixedShares implements Allocator {

    private final Map<String, Double> shares = new HashMap<>();
    private final Map<String, Long> launched = new HashMap<>();

    public FixedShares(List<Contender> ladder) {
        ladder.forEach(contender -> shares.put(contender.name(), contender.share()));
    }

    @Override
    public Allocation next(List<String> open, RandomGenerator random) {
        return new Allocation(
                open.stream().sorted(Comparator.comparingDouble(this::dealt)).toList(), List.of());
    }

    private double dealt(String rung) {
        return (launched.getOrDefault(rung, 0L) + 1) / shares.getOrDefault(rung, 1.0);
    }

    @Override
    public void launched(String rung) {
        launched.merge(rung, 1L, Long::sum);
    }

    @Override
    public void observe(Observation observation) {
        // what came of it changes nothing
    }
}
