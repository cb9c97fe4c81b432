package dev.tradewind.law.training;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// Plans for a quality while demand is uncertain.
///
/// @param loss to be reached, in nats per token
public record DemandPlanner(LossLaw law, double loss) {

    private static final double PRECISION = 1e-12;
    private static final int STEPS = 1000;

    public DemandPlanner {
        law.reachable(loss);
    }

    /// The plan that would be cheapest if demand were known.
    public TrainingPlan known(double demand) {
        return new LifetimeCost(demand).cheapest(law, loss);
    }

    /// The plan of least expected cost.
    public TrainingPlan expected(DemandForecast forecast) {
        return known(forecast.mean());
    }

    /// The share by which a plan made for one demand costs more than need be when another comes.
    public double regret(double assumed, double comes) {
        return ratio(known(assumed), comes) - 1;
    }

    /// What a plan costs in what the best would.
    public double ratio(TrainingPlan plan, double comes) {
        LifetimeCost cost = new LifetimeCost(comes);
        return cost.of(plan) / cost.of(known(comes));
    }

    /// The plan whose worst ratio is least, whatever demand of a range comes. A plan's cost is
    /// linear in demand and the best cost is concave, so the worst is at an end of the range; the
    /// plan is the one that does equally badly at both.
    ///
    /// @param least demand, at least 0
    /// @param most demand, more than the least
    public Guarded minimax(double least, double most) {
        if (!(Positive.orZero("most demand", most) > Positive.orZero("least demand", least))) {
            throw new IllegalArgumentException(
                    "a range of demand rises; %s to %s does not".formatted(least, most));
        }
        double size =
                Math.exp(
                        new BrentSolver(PRECISION, PRECISION)
                                .solve(
                                        STEPS,
                                        log -> lean(Math.exp(log), least, most),
                                        Math.log(known(most).parameters()),
                                        Math.log(known(least).parameters())));
        TrainingPlan plan = law.withSize(size, loss);
        return new Guarded(plan, Math.max(ratio(plan, least), ratio(plan, most)));
    }

    /// More than 0 when a size does worse at the most demand than at the least.
    private double lean(double size, double least, double most) {
        TrainingPlan plan = law.withSize(size, loss);
        return ratio(plan, most) - ratio(plan, least);
    }

    /// A plan with a promise.
    ///
    /// @param worst at most this many times the best cost is paid
    public record Guarded(TrainingPlan plan, double worst) {}
}
