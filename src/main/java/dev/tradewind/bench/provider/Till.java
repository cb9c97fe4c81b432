package dev.tradewind.bench.provider;

import dev.tradewind.budget.Usage;

import java.util.EnumMap;
import java.util.Map;

/// Counts what is served.
final class Till {

    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private long requests;
    private long answered;
    private Usage usage = Usage.NONE;
    private int present;
    private int most;

    synchronized void enter() {
        requests++;
        present++;
        most = Math.max(most, present);
    }

    synchronized void leave() {
        present--;
    }

    synchronized void fault(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    synchronized void bill(Usage used) {
        answered++;
        usage = usage.plus(used);
    }

    synchronized Served served() {
        return new Served(requests, answered, usage, faults, most);
    }
}
