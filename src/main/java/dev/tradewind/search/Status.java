package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evolution.Champion;

import java.util.Map;
import java.util.function.Supplier;

/// How a run stands.
///
/// @param champion the best program so far; the seed until something better is validated
/// @param counts what became of the flights settled so far
/// @param rungs what each rung has cost so far, without clock time, by name
/// @param prospect made when asked for, which takes a while; only while the status is current
public record Status(
        Phase phase,
        Spend spend,
        Budget budget,
        Champion champion,
        Counts counts,
        Map<String, Spend> rungs,
        Supplier<Prospect> prospect) {}
