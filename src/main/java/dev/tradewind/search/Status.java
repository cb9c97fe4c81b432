package dev.tradewind.search;

import dev.tradewind.budget.Budget;
import dev.tradewind.budget.Spend;
import dev.tradewind.evolution.Champion;

/// How a run stands.
///
/// @param champion the best program so far; the seed until something better is validated
/// @param counts what became of the flights settled so far
public record Status(Phase phase, Spend spend, Budget budget, Champion champion, Counts counts) {}
