package dev.tradewind.search;

import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;
import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evolution.Bar;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Observation;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How far flights came, for the law. Everything is meant on the training instances, which parents
/// are chosen by.
///
/// @param reference where gains are counted from when there are several objectives
/// @param price what a flight is charged for what it spent
record Assessment(Reference reference, ToDoubleFunction<Spend> price) {

    /// A settled flight as the law sees it.
    ///
    /// @param parents training scores of its parents, as far as they are known
    Observation of(Landing landing, Consequence consequence, List<Scores> parents) {
        double cost = price.applyAsDouble(landing.spend());
        String rung = landing.plan().proposer();
        return switch (landing) {
            case Landing.Declined _, Landing.Advised _ ->
                    new Observation(rung, Level.PROPOSED, 0, cost);
            case Landing.Refused _ -> new Observation(rung, Level.READ, 0, cost);
            case Landing.Evaluated evaluated ->
                    evaluated.training() instanceof Scored scored
                                    && !(consequence instanceof Consequence.Rejected)
                            ? scored(evaluated, scored.scores(), parents, cost)
                            : new Observation(rung, Level.ADMITTED, 0, cost);
        };
    }

    private Observation scored(
            Landing.Evaluated landing, Scores scores, List<Scores> parents, double cost) {
        double gain = gain(scores, landing.plan().bar());
        Level level =
                gain > 0
                        ? Level.BEAT_BEST
                        : beats(scores, parents) ? Level.BEAT_PARENT : Level.SCORED;
        return new Observation(landing.plan().proposer(), level, gain, cost);
    }

    /// With one objective the difference from the best of the island, in its unit; with several
    /// what the scores add to the hypervolume of the island's front.
    private double gain(Scores scores, Bar bar) {
        if (preference().several()) {
            return reference.contribution(scores, bar.scores());
        }
        Scores best = bar.scores().getFirst();
        double gain = Math.abs(scores.first() - best.first());
        return preference().dominates(scores, best) && Double.isFinite(gain) ? gain : 0;
    }

    /// Whether scores are preferred to those of the best parent.
    private boolean beats(Scores scores, List<Scores> parents) {
        return !parents.isEmpty()
                && preference().dominates(scores, Collections.min(parents, preference()));
    }

    private Preference preference() {
        return reference.preference();
    }
}
