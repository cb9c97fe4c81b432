package dev.tradewind.law.allocation;

import java.util.random.RandomGenerator;

/// How a choice is made of what is believed.
interface Rule {

    /// A number for each rung: the larger, the sooner it is asked.
    double[] merits(Outlook outlook, RandomGenerator random);

    /// How often each rung would be asked from now on, floors aside; they sum to 1.
    double[] shares(Outlook outlook);

    /// All for the rung of most merit.
    static double[] allForBest(double[] merits) {
        double[] shares = new double[merits.length];
        int best = 0;
        for (int rung = 1; rung < merits.length; rung++) {
            best = merits[rung] > merits[best] ? rung : best;
        }
        shares[best] = 1;
        return shares;
    }
}
