package dev.tradewind.law.allocation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Draws the law, each rung's rate around it, and its gain; takes the most gain per cost (budgeted
/// Thompson sampling: Xia and others, IJCAI 2015).
record Thompson() implements Rule {

    /// Draws by which shares are foretold; they are always the same.
    private static final int DRAWS = 20;

    @Override
    public double[] merits(Outlook outlook, RandomGenerator random) {
        return outlook.draw(random);
    }

    @Override
    public double[] shares(Outlook outlook) {
        RandomGenerator random = new SplittableRandom(1);
        double[] shares = new double[outlook.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] best = Rule.allForBest(outlook.draw(random));
            Arrays.setAll(shares, rung -> shares[rung] + best[rung] / DRAWS);
        }
        return shares;
    }
}
