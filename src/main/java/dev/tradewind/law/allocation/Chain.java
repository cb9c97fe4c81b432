package dev.tradewind.law.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The chance that a proposal beats its island's best, as a product over steps: that it beats its
/// parent, and that, having done so, it beats the best.
///
/// Parents are beaten far more often than the best, so the first step tells the rungs apart long
/// before the last has happened often enough. It has the law of size; later steps differ less
/// between rungs and are pooled. Each has a difficulty of its own.
///
/// Simulated (worlds `levels` and `rare`, 120 problems each of seeds 1 and 2, three costs of an
/// evaluation), the chain reaches 0.80 and 0.74 of an oracle, the direct estimate 0.76 and 0.63.
final class Chain {

    /// Chances so near 1 leave no room for a failure to be reckoned with.
    private static final double MOST = 0.999;

    private final List<Stage> stages = new ArrayList<>();

    Chain(Roster roster, Assumptions assumptions) {
        for (Level level : assumptions.levels()) {
            stages.add(
                    stages.isEmpty()
                            ? Stage.first(level, roster, assumptions)
                            : Stage.later(level, roster));
        }
    }

    void observe(int rung, Level came) {
        boolean reached = true;
        for (Stage stage : stages) {
            reached = reached && stage.observe(rung, came);
        }
    }

    /// Expected chance of a rung's next proposal.
    ///
    /// @param inFlight proposals that count as if they had failed
    double success(int rung, long inFlight) {
        double failed = inFlight * stages.getFirst().now(0);
        double product = now(0) * stages.getFirst().mean(rung, failed);
        for (Stage stage : later()) {
            product *= stage.mean(rung, 0);
        }
        return Math.min(1, product);
    }

    private List<Stage> later() {
        return stages.subList(1, stages.size());
    }

    /// The chance after some improvements more, in chances of the first of all.
    double now(int more) {
        double product = 1;
        for (Stage stage : stages) {
            product *= stage.now(more);
        }
        return product;
    }

    /// Of the logarithm of the chance now; steps are independent.
    Cumulants logSuccess(int rung) {
        Cumulants sum = Cumulants.NOTHING;
        for (Stage stage : stages) {
            sum = sum.plus(stage.logRate(rung));
        }
        return sum.shifted(Math.log(now(0)));
    }

    /// A chance of each rung's first proposal of all, drawn.
    double[] draw(RandomGenerator random) {
        double[] product = stages.getFirst().rates().draw(random);
        for (Stage stage : later()) {
            if (!stage.certain()) {
                times(product, stage.rates().draw(random));
            }
        }
        return product;
    }

    /// All steps, drawn with their decays.
    Imagined imagined(RandomGenerator random) {
        Imagined first = stages.getFirst().imagined(random);
        List<IntToDoubleFunction> fades = new ArrayList<>(first.fades());
        for (Stage stage : later()) {
            if (!stage.certain()) {
                Imagined next = stage.imagined(random);
                times(first.rates(), next.rates());
                fades.addAll(next.fades());
            }
        }
        return new Imagined(first.rates(), fades);
    }

    private static void times(double[] product, double[] factors) {
        for (int rung = 0; rung < product.length; rung++) {
            product[rung] *= factors[rung];
        }
    }

    /// Expected chances of all rungs if one succeeded once more.
    double[] afterSuccess(int asked) {
        Stage first = stages.getFirst();
        double[] product = first.rates().meansAfter(asked, first.now(0), true);
        for (Stage stage : later()) {
            if (!stage.certain()) {
                times(product, stage.rates().meansAfter(asked, stage.now(0), true));
            }
        }
        double now = now(0);
        return IntStream.range(0, product.length).mapToDouble(at -> now * product[at]).toArray();
    }

    /// Expected chances of all rungs if one failed once more, however far it came: what is expected
    /// after an answer is, on average, what is expected now.
    double[] afterFailure(int asked) {
        double[] succeeded = afterSuccess(asked);
        double chance = Math.min(MOST, success(asked, 0));
        return IntStream.range(0, succeeded.length)
                .mapToDouble(at -> (success(at, 0) - chance * succeeded[at]) / (1 - chance))
                .map(after -> Math.max(0, after))
                .toArray();
    }
}
