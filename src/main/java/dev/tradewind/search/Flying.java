package dev.tradewind.search;

import dev.tradewind.budget.Charge;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.journal.Decision;
import dev.tradewind.journal.Plan;
import dev.tradewind.law.allocation.Belief;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.proposer.Ask;
import dev.tradewind.search.Ladder.Step;
import dev.tradewind.search.Lessons.Lesson;

import java.util.List;

/// A flight about to start.
///
/// @param step the rung it asks
/// @param lesson what it is told; nothing for a proposer without a model
/// @param most its calls of models may cost
record Flying(Plan plan, Step step, Ask ask, Lesson lesson, Charge most, Basis basis) {

    /// What it rests on, beside its plan.
    ///
    /// @param parents training scores of its parents, best first
    /// @param beliefs its rung was chosen by; none where nothing was believed
    record Basis(List<Scores> parents, List<Belief> beliefs) {}

    /// What its rung was chosen by.
    Decision decision(Policy policy) {
        return new Decision(plan.line(), plan.flight(), policy.toString(), basis.beliefs());
    }
}
