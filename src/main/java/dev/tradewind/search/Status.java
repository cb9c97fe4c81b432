package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evolution.Champion;
import dev.tradewind.law.allocation.Belief;

import java.util.List;
import java.util.Map;

/// How a run stands.
///
/// @param champion the best program so far; the seed until something better is validated
/// @param counts what became of the flights settled so far
/// @param rungs what each rung has cost so far, without clock time, by name
/// @param beliefs of the rungs, where the policy has any
public record Status(
        Phase phase,
        Spend spend,
        Budget budget,
        Champion champion,
        Counts counts,
        Map<String, Spend> rungs,
        List<Belief> beliefs) {}
