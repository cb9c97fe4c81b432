package dev.tradewind.law.simulation;

import dev.tradewind.law.allocation.Contender;

import java.util.List;

/// One truth to be found out.
///
/// @param ladder as it is described beforehand
/// @param costs of a proposal and its evaluation, as they really are
/// @param rates before and after half of the budget
/// @param budget what may be spent
/// @param luck seed of all that happens: equal for all who play it
record Problem(List<Contender> ladder, double[] costs, Rates[] rates, double budget, long luck) {

    /// By how much of the first chance an improvement makes the next one harder (spec: `p / (1 +
    /// 0.05 improvements)`).
    static final double DECAY = 0.05;

    /// What rungs can do.
    ///
    /// @param scored chance of a score
    /// @param parent chance to beat the parent, which includes it
    /// @param best chance of the first improvement, which includes both
    record Rates(double[] scored, double[] parent, double[] best) {}

    int rungs() {
        return costs.length;
    }

    /// Rates after so much was spent.
    Rates at(double spent) {
        return rates[spent < budget / 2 ? 0 : 1];
    }

    /// The rung with most improvements per cost, were all known.
    int wisest(double spent) {
        double[] best = at(spent).best();
        int wisest = 0;
        for (int rung = 1; rung < best.length; rung++) {
            if (best[rung] / costs[rung] > best[wisest] / costs[wisest]) {
                wisest = rung;
            }
        }
        return wisest;
    }
}
