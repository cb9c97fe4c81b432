package dev.tradewind.law.allocation;

import java.util.random.RandomGenerator;

/// The rung of which most gain per cost is expected.
record Greedy() implements Rule {

    @Override
    public double[] merits(Outlook outlook, RandomGenerator random) {
        return outlook.roster().each(outlook::worth);
    }

    @Override
    public double[] shares(Outlook outlook) {
        return Rule.allForBest(outlook.roster().each(outlook::worth));
    }
}
