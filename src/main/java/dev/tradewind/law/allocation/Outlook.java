package dev.tradewind.law.allocation;

import java.util.random.RandomGenerator;

/// All that a ladder's proposals have taught: how likely a rung's next one succeeds, what it gains
/// then, what it costs.
final class Outlook {

    private final Roster roster;
    private final Difficulty difficulty;
    private final SuccessRates rates;
    private final Gains gains;
    private final Costs costs;
    private final Tally tally;
    private final Drift drift;

    Outlook(Roster roster, Assumptions assumptions) {
        this.roster = roster;
        difficulty = new Difficulty(roster.size());
        rates = new SuccessRates(roster, assumptions);
        gains = new Gains(roster.size());
        costs = new Costs(roster);
        tally = new Tally(roster.size());
        drift = new Drift(roster.size());
    }

    int size() {
        return roster.size();
    }

    void launched(int rung) {
        tally.launch(rung);
    }

    void observe(int rung, Observation seen) {
        boolean improved = seen.level() == Level.BEAT_BEST;
        boolean drifted = drift.observe(rung, rates.mean(rung, 0) * difficulty.now(), improved);
        tally.land(rung);
        costs.observe(rung, seen.cost());
        if (improved) {
            gains.observe(rung, seen.gain());
        }
        boolean moved = difficulty.observe(rung, improved);
        if (drifted) {
            difficulty.forget(Drift.KEPT);
        }
        if (moved || drifted) {
            for (int each = 0; each < roster.size(); each++) {
                learn(each);
            }
        } else {
            learn(rung);
        }
    }

    private void learn(int rung) {
        rates.update(rung, difficulty.successes(rung), difficulty.exposure(rung));
    }

    /// Expected chance that a rung's next proposal succeeds, proposals in flight counting as if
    /// they had failed.
    double success(int rung) {
        double now = difficulty.now();
        return Math.min(1, now * rates.mean(rung, now * tally.inFlight(rung)));
    }

    /// Expected gain per cost, in gains of an unknown rung.
    double worth(int rung) {
        return success(rung) * gains.relative(rung) / costs.mean(rung);
    }

    /// Gains per cost of all rungs, drawn jointly.
    double[] draw(RandomGenerator random) {
        double[] drawn = rates.draw(random);
        for (int rung = 0; rung < drawn.length; rung++) {
            drawn[rung] *= difficulty.now() * gains.draw(rung, random) / costs.mean(rung);
        }
        return drawn;
    }

    /// The most gain per cost of any rung, were one to succeed, or fail, once more.
    double bestAfter(int asked, boolean success) {
        double now = difficulty.now();
        double[] means = rates.meansAfter(asked, now, success);
        double best = 0;
        for (int rung = 0; rung < means.length; rung++) {
            double worth = now * means[rung] * gains.relative(rung) / costs.mean(rung);
            best = Math.max(best, worth);
        }
        return best;
    }

    /// What is believed of a rung.
    ///
    /// @param share it gets from now on
    Belief belief(int rung, double share) {
        double now = difficulty.now();
        Cumulants log = rates.logRate(rung);
        return new Belief(
                roster.get(rung).name(),
                Math.min(1, now * rates.mean(rung, 0)),
                Math.min(1, now * Math.exp(log.quantile(-Band.TENTH))),
                Math.min(1, now * Math.exp(log.quantile(Band.TENTH))),
                gains.mean(rung),
                costs.mean(rung),
                share);
    }

    Roster roster() {
        return roster;
    }

    Tally tally() {
        return tally;
    }

    Costs costs() {
        return costs;
    }

    Gains gains() {
        return gains;
    }

    SuccessRates rates() {
        return rates;
    }

    Difficulty difficulty() {
        return difficulty;
    }
}
