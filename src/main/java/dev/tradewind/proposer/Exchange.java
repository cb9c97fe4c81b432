package dev.tradewind.proposer;

import dev.tradewind.budget.Charge;

/// One prompt and its answer.
///
/// @param turn number within its flight, from 1
public record Exchange(int turn, Request request, Reply reply, Charge charge) {}
