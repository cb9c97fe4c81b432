package dev.tradewind.law.simulation;

import dev.tradewind.law.allocation.Contender;
import dev.tradewind.law.allocation.Position;
import dev.tradewind.law.simulation.Problem.Rates;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws problems of a world: six rungs of 0.5 to 32 billion parameters, a proposal costs `N/7 +
/// e`, `-ln p = e0 + a (N/0.5)^-g` with `e0 ~ U(2,4)`, `a ~ U(2,5)`, `g ~ U(0.25,0.6)`, times a
/// lognormal deviation of each rung; the budget is 400 calls of mean cost.
///
/// @param evaluation cost `e` of an evaluation, in proposals of a model of 7 billion parameters
record Draft(World world, double evaluation) {

    static final double[] SIZES = {0.5, 1.5, 3, 7, 14, 32};

    private static final double LAWFUL = 0.35;
    private static final double LOOSE = 1.0;
    private static final double CALLS = 400;
    private static final double MISSTATED = 3;

    /// The problem of a number; always the same.
    Problem problem(long seed, int number) {
        RandomGenerator random = new SplittableRandom(seed * 1_000_003 + number * 8_191L);
        double[] costs = Arrays.stream(SIZES).map(size -> size / 7 + evaluation).toArray();
        double[] first = best(random);
        double[] second = world == World.CHANGING ? shuffled(first, random) : first;
        double[] stated = world == World.MISPRICED ? misstated(costs, random) : costs;
        return new Problem(
                ladder(stated, random),
                costs,
                new Rates[] {rates(first, random), rates(second, random)},
                CALLS * Arrays.stream(costs).average().orElseThrow(),
                random.nextLong());
    }

    private double[] best(RandomGenerator random) {
        double floor = random.nextDouble(2, 4);
        double lack = random.nextDouble(2, 5);
        double power = random.nextDouble(0.25, 0.6);
        double off = world == World.LOOSE ? LOOSE : LAWFUL;
        double[] best =
                Arrays.stream(SIZES)
                        .map(size -> floor + lack * Math.pow(size / SIZES[0], -power))
                        .map(toll -> Math.min(1, Math.exp(off * random.nextGaussian() - toll)))
                        .toArray();
        if (world == World.BROKEN) {
            best[random.nextInt(best.length)] = 0;
        }
        return world == World.PERMUTED ? shuffled(best, random) : best;
    }

    private static double[] shuffled(double[] values, RandomGenerator random) {
        double[] shuffled = values.clone();
        for (int last = shuffled.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            double kept = shuffled[last];
            shuffled[last] = shuffled[other];
            shuffled[other] = kept;
        }
        return shuffled;
    }

    private static double[] misstated(double[] costs, RandomGenerator random) {
        return Arrays.stream(costs)
                .map(cost -> random.nextBoolean() ? cost * MISSTATED : cost / MISSTATED)
                .toArray();
    }

    /// Without levels, chances of the earlier ones are those of the last.
    private Rates rates(double[] best, RandomGenerator random) {
        return world.leveled() ? leveled(random) : new Rates(best, best, best);
    }

    /// Parents are beaten by the law, 15 to 40 % at unlimited size; a share of these that is about
    /// common to all rungs beats the best; a score at 0.5 to 0.95, more with size.
    private Rates leveled(RandomGenerator random) {
        double floor = -Math.log(random.nextDouble(0.15, 0.4));
        double lack = random.nextDouble(0.5, 2.5);
        double power = random.nextDouble(0.25, 0.6);
        double common = random.nextDouble(0.5, 2) * (world == World.RARE ? 0.01 : 0.1);
        double[] scored = new double[SIZES.length];
        double[] parent = new double[SIZES.length];
        double[] best = new double[SIZES.length];
        for (int rung = 0; rung < SIZES.length; rung++) {
            double size = SIZES[rung] / SIZES[0];
            double off = LAWFUL * random.nextGaussian();
            scored[rung] = Math.exp(-0.05 - 0.6 * Math.pow(size, -0.4));
            parent[rung] = Math.exp(off - floor - lack * Math.pow(size, -power));
            parent[rung] = Math.min(scored[rung], parent[rung]);
            best[rung] = parent[rung] * Math.min(1, common * off(random));
        }
        return new Rates(scored, parent, best);
    }

    /// Deviation of a rung from the common share.
    private static double off(RandomGenerator random) {
        return Math.exp(0.3 * random.nextGaussian());
    }

    private List<Contender> ladder(double[] stated, RandomGenerator random) {
        int first = random.nextInt(SIZES.length);
        int second = random.nextInt(SIZES.length);
        return IntStream.range(0, SIZES.length)
                .mapToObj(
                        rung ->
                                new Contender(
                                        name(rung),
                                        rung == first || rung == second
                                                ? position(rung)
                                                : new Position.OnCurve("models", SIZES[rung]),
                                        stated[rung],
                                        1))
                .toList();
    }

    private Position position(int rung) {
        return world == World.BESIDE
                ? new Position.Beside()
                : new Position.OnCurve("models", SIZES[rung]);
    }

    /// Of a rung: `0.5 B`.
    static String name(int rung) {
        double size = SIZES[rung];
        return (size % 1 == 0 ? Long.toString((long) size) : Double.toString(size)) + " B";
    }
}
