package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evolution.Champion;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// How a run stands.
///
/// @param front the programs so far that no other is preferred to, the champion first: with one
///   objective it alone
/// @param counts what became of the flights settled so far
/// @param rungs what each rung has cost so far, without clock time, by name
/// @param prospect made when asked for, which takes a while; only while the status is current
public record Status(
        Phase phase,
        Spend spend,
        Budget budget,
        List<Champion> front,
        Counts counts,
        Map<String, Spend> rungs,
        Supplier<Prospect> prospect) {

    public Status {
        front = List.copyOf(front);
    }

    /// The best program so far; the seed until something better is validated.
    public Champion champion() {
        return front.getFirst();
    }
}
