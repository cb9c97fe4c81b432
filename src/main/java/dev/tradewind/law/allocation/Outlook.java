package dev.tradewind.law.allocation;

import java.util.random.RandomGenerator;

/// All that a ladder's proposals have taught: how likely a rung's next one succeeds, what it gains
/// then, what it costs.
final class Outlook {

    private final Roster roster;
    private final Chain chain;
    private final Gains gains;
    private final Costs costs;
    private final Tally tally;

    Outlook(Roster roster, Assumptions assumptions) {
        this.roster = roster;
        chain = new Chain(roster, assumptions);
        gains = new Gains(roster.size());
        costs = new Costs(roster);
        tally = new Tally(roster.size());
    }

    int size() {
        return roster.size();
    }

    void launched(int rung) {
        tally.launch(rung);
    }

    void observe(int rung, Observation seen) {
        tally.land(rung);
        costs.observe(rung, seen.cost());
        if (seen.level() == Level.BEAT_BEST) {
            gains.observe(rung, seen.gain());
        }
        chain.observe(rung, seen.level());
    }

    /// Expected chance that a rung's next proposal succeeds, proposals in flight counting as if
    /// they had failed.
    double success(int rung) {
        return chain.success(rung, tally.inFlight(rung));
    }

    /// Expected gain per cost, in gains of an unknown rung.
    double worth(int rung) {
        return success(rung) * gains.relative(rung) / costs.mean(rung);
    }

    /// Gains per cost of all rungs, drawn jointly.
    double[] draw(RandomGenerator random) {
        double[] drawn = chain.draw(random);
        double now = chain.now(0);
        for (int rung = 0; rung < drawn.length; rung++) {
            drawn[rung] *= now * gains.draw(rung, random) / costs.mean(rung);
        }
        return drawn;
    }

    /// The most gain per cost of any rung, were one to succeed, or fail, once more.
    double bestAfter(int asked, boolean success) {
        double[] means = success ? chain.afterSuccess(asked) : chain.afterFailure(asked);
        double best = 0;
        for (int rung = 0; rung < means.length; rung++) {
            double worth = means[rung] * gains.relative(rung) / costs.mean(rung);
            best = Math.max(best, worth);
        }
        return best;
    }

    /// What is believed of a rung.
    ///
    /// @param share it gets from now on
    Belief belief(int rung, double share) {
        Cumulants log = chain.logSuccess(rung);
        return new Belief(
                roster.get(rung).name(),
                chain.success(rung, 0),
                Math.min(1, Math.exp(log.quantile(-Band.TENTH))),
                Math.min(1, Math.exp(log.quantile(Band.TENTH))),
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

    Chain chain() {
        return chain;
    }
}
