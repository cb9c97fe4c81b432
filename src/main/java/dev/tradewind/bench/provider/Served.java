package dev.tradewind.bench.provider;

import dev.tradewind.budget.Usage;

import java.util.Map;

/// What a loopback provider has served so far.
///
/// @param requests for completions, whatever came of them
/// @param answered how many got a well-formed answer; only they are billed
/// @param usage billed
/// @param faults met, by kind; those that do not occur are left out
/// @param most requests that were there at one time
public record Served(long requests, long answered, Usage usage, Map<Fault, Long> faults, int most) {

    public Served {
        faults = Map.copyOf(faults);
    }

    /// Calls that met a fault.
    public long met(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }
}
