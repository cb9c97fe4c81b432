package dev.tradewind.law.sampling;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

import java.util.function.DoubleUnaryOperator;

/// A size chosen before demand is known, where cost is `fixed(N) + R each(N)`. Because that is
/// linear in the demand R, only its mean counts for those who mind totals, and only the ends of its
/// range for those who mind the worst.
///
/// @param fixed cost paid once, by size
/// @param each cost for each unit of demand, by size
/// @param smallest size considered, more than 0
/// @param largest size considered
public record UncertainDemand(
        DoubleUnaryOperator fixed, DoubleUnaryOperator each, double smallest, double largest) {

    private static final int MOST_STEPS = 500;

    public UncertainDemand {
        Numbers.positive(smallest, "the smallest size");
        if (!(largest > smallest) || Double.isInfinite(largest)) {
            throw new IllegalArgumentException(
                    "sizes reach from %s to a larger one, not to %s".formatted(smallest, largest));
        }
    }

    /// Mean of a lognormal demand, for which to choose when its totals count.
    ///
    /// @param sigma standard deviation of its logarithm
    public static double mean(double median, double sigma) {
        return median * Math.exp(sigma * sigma / 2);
    }

    public double cost(double size, double demand) {
        return fixed.applyAsDouble(size) + demand * each.applyAsDouble(size);
    }

    /// The size of least cost for a demand, or for any with this mean.
    public double size(double demand) {
        return least(size -> cost(size, demand));
    }

    /// What choosing for one demand costs on top when another comes: 0.05 for five per cent.
    public double regret(double assumed, double actual) {
        return ratio(size(assumed), actual) - 1;
    }

    /// The size whose cost, compared with the best size for the demand that comes, is least at
    /// worst.
    public double cautiousSize(double least, double most) {
        return least(size -> worst(size, least, most));
    }

    /// That ratio: 1.2 for a fifth more than the best. The worst is one of the ends, since a line
    /// over a concave curve has no peak between.
    public double worst(double size, double least, double most) {
        return Math.max(ratio(size, least), ratio(size, most));
    }

    private double ratio(double size, double demand) {
        return cost(size, demand) / cost(size(demand), demand);
    }

    private double least(DoubleUnaryOperator cost) {
        return Math.exp(
                new BrentOptimizer(1e-10, 1e-12)
                        .optimize(
                                new MaxEval(MOST_STEPS),
                                GoalType.MINIMIZE,
                                new UnivariateObjectiveFunction(
                                        at -> cost.applyAsDouble(Math.exp(at))),
                                new SearchInterval(Math.log(smallest), Math.log(largest)))
                        .getPoint());
    }
}
