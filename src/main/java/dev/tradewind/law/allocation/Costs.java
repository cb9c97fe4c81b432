package dev.tradewind.law.allocation;

/// What a proposal of each rung costs: the mean of what was seen, the cost expected beforehand
/// counting as one observation. If the rungs that were seen cost more than was said of them, the
/// others are thought to do so too.
final class Costs {

    private final double[] stated;
    private final double[] sums;
    private final long[] counts;
    private double total;

    Costs(Roster roster) {
        stated = roster.each(rung -> roster.get(rung).cost());
        sums = new double[stated.length];
        counts = new long[stated.length];
    }

    void observe(int rung, double cost) {
        sums[rung] += cost;
        counts[rung]++;
        total += cost;
    }

    /// More than 0.
    double mean(int rung) {
        return (stated[rung] * misstated() + sums[rung]) / (1 + counts[rung]);
    }

    /// How much more was paid than was said: a geometric mean over rungs, 1 counting as one.
    private double misstated() {
        double sum = 0;
        int seen = 1;
        for (int rung = 0; rung < stated.length; rung++) {
            if (sums[rung] > 0) {
                sum += Math.log(sums[rung] / counts[rung] / stated[rung]);
                seen++;
            }
        }
        return Math.exp(sum / seen);
    }

    double spent(int rung) {
        return sums[rung];
    }

    double total() {
        return total;
    }
}
