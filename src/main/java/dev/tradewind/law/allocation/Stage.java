package dev.tradewind.law.allocation;

import java.util.List;
import java.util.random.RandomGenerator;

/// One step of a [Chain]: how often a proposal that came to the step before comes to this one.
///
/// A step that was never missed is certain and says nothing: where a caller tells only of the last
/// level, the chain is the direct estimate.
final class Stage {

    private final Level level;
    private final SuccessRates rates;
    private final Difficulty difficulty;
    private final Drift drift;
    private final int rungs;
    private boolean certain;

    private Stage(Level level, SuccessRates rates, int rungs) {
        this.level = level;
        this.rates = rates;
        this.rungs = rungs;
        difficulty = new Difficulty(rungs);
        drift = new Drift(rungs);
    }

    /// The first step: here size matters.
    static Stage first(Level level, Roster roster, Assumptions assumptions) {
        return new Stage(level, new SuccessRates(roster, assumptions), roster.size());
    }

    /// A later step.
    static Stage later(Level level, Roster roster) {
        Stage stage = new Stage(level, SuccessRates.conditional(roster), roster.size());
        stage.certain = true;
        return stage;
    }

    /// Takes in a proposal that came to the step before.
    ///
    /// @return whether it came to this one
    boolean observe(int rung, Level came) {
        boolean reached = came.compareTo(level) >= 0;
        certain &= reached;
        boolean drifted = drift.observe(rung, mean(rung, 0) * now(0), reached);
        boolean moved = difficulty.observe(rung, reached, came == Level.BEAT_BEST);
        if (drifted) {
            difficulty.forget(Drift.KEPT);
        }
        if (moved || drifted) {
            for (int each = 0; each < rungs; each++) {
                learn(each);
            }
        } else {
            learn(rung);
        }
        return reached;
    }

    private void learn(int rung) {
        rates.update(rung, difficulty.successes(rung), difficulty.exposure(rung));
    }

    /// Expected chance of the first of all.
    ///
    /// @param more exposure without a success, as if it had been seen on top
    double mean(int rung, double more) {
        return certain ? 1 : rates.mean(rung, more);
    }

    /// Chance after some improvements more, in chances of the first of all.
    double now(int more) {
        return certain ? 1 : difficulty.after(more);
    }

    /// Rates and a decay, drawn together: where it got harder faster, it was easier at first.
    Imagined imagined(RandomGenerator random) {
        int decay = difficulty.drawn(random);
        double[] drawn = rates.draw(random);
        for (int rung = 0; rung < drawn.length; rung++) {
            drawn[rung] *= difficulty.against(decay, rung);
        }
        return new Imagined(drawn, List.of(more -> difficulty.after(decay, more)));
    }

    Cumulants logRate(int rung) {
        return certain ? Cumulants.NOTHING : rates.logRate(rung);
    }

    boolean certain() {
        return certain;
    }

    SuccessRates rates() {
        return rates;
    }
}
