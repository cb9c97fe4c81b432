package dev.tradewind.search;

import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Observation;

import java.util.function.ToDoubleFunction;

/// How far flights came, for the law.
///
/// @param direction of the first objective
/// @param price what a flight is charged for what it spent
record Assessment(Direction direction, ToDoubleFunction<Spend> price) {

    /// A settled flight as the law sees it. Beating is meant on the training instances, which
    /// parents are chosen by.
    ///
    /// @param parent training value of its best parent
    Observation of(Landing landing, Consequence consequence, double parent) {
        Level level = level(landing, consequence, parent);
        double gain =
                level == Level.BEAT_BEST ? Math.abs(value(landing) - landing.plan().bar()) : 0;
        double cost = price.applyAsDouble(landing.spend());
        return new Observation(landing.plan().proposer(), level, gain, cost);
    }

    private Level level(Landing landing, Consequence consequence, double parent) {
        return switch (landing) {
            case Landing.Declined _, Landing.Advised _ -> Level.PROPOSED;
            case Landing.Refused _ -> Level.READ;
            case Landing.Evaluated evaluated ->
                    consequence instanceof Consequence.Rejected
                            ? Level.ADMITTED
                            : scored(value(evaluated), parent, evaluated.plan().bar());
        };
    }

    private Level scored(double value, double parent, double bar) {
        if (direction.better(value, bar) && Double.isFinite(value - bar)) {
            return Level.BEAT_BEST;
        }
        return direction.better(value, parent) ? Level.BEAT_PARENT : Level.SCORED;
    }

    private static double value(Landing landing) {
        return landing instanceof Landing.Evaluated evaluated
                        && evaluated.training() instanceof Scored scored
                ? scored.scores().first()
                : Double.NaN;
    }
}
