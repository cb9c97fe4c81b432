package dev.tradewind.law.allocation;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Expected gain per cost, and what one more answer is worth: by how much it raises the best
/// expected gain per cost, over as much cost as was spent already (knowledge gradient for online
/// learning: Ryzhov, Powell and Frazier, 2012, the horizon being the past's).
record KnowledgeGradient() implements Rule {

    @Override
    public double[] merits(Outlook outlook, RandomGenerator random) {
        double[] worths = outlook.roster().each(outlook::worth);
        double best = 0;
        for (double worth : worths) {
            best = Math.max(best, worth);
        }
        double known = best;
        return outlook.roster().each(rung -> worths[rung] + learnt(outlook, rung, known));
    }

    private static double learnt(Outlook outlook, int rung, double best) {
        double success = outlook.success(rung);
        double after =
                success * outlook.bestAfter(rung, true)
                        + (1 - success) * outlook.bestAfter(rung, false);
        double horizon = outlook.costs().total() / outlook.costs().mean(rung);
        return Math.max(0, after - best) * horizon;
    }

    @Override
    public double[] shares(Outlook outlook) {
        return Rule.allForBest(merits(outlook, new SplittableRandom(1)));
    }
}
