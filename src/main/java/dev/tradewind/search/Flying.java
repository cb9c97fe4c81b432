package dev.tradewind.search;

import dev.tradewind.budget.Charge;
import dev.tradewind.journal.Plan;
import dev.tradewind.proposer.Ask;
import dev.tradewind.search.Ladder.Step;
import dev.tradewind.search.Lessons.Lesson;

/// A flight about to start.
///
/// @param step the rung it asks
/// @param lesson what it is told; nothing for a proposer without a model
/// @param most its calls of models may cost
record Flying(Plan plan, Step step, Ask ask, Lesson lesson, Charge most) {}
