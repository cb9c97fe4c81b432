package dev.tradewind.law.training;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

import java.util.stream.IntStream;

/// Demand that grows when use becomes cheaper: `tokens · (N / reference)^-elasticity`, the cost of
/// a token of use being proportional to the model's size N.
///
/// @param tokens of use over the life of a model of the reference size, more than 0; each counted
///   as in [LifetimeCost]
/// @param reference size at which they are that many, more than 0
/// @param elasticity percent by which demand grows when a token becomes one percent cheaper, at
///   least 0
public record ElasticDemand(double tokens, double reference, double elasticity) {

    private static final double PRECISION = 1e-14;
    private static final int STEPS = 1000;
    private static final int PROBES = 400;
    private static final double WIDEST = 60;

    public ElasticDemand {
        Positive.required("demand", tokens);
        Positive.required("reference size", reference);
        Positive.orZero("elasticity", elasticity);
    }

    /// Tokens of use that a model of a size meets.
    public double at(double parameters) {
        return tokens * Math.pow(parameters / reference, -elasticity);
    }

    /// Whether cheaper use makes the whole bill of use larger. Then the plan of least total spend
    /// is to be used by nobody, and only what users gain beyond their bill can be maximised.
    public boolean backfires() {
        return elasticity > 1;
    }

    /// The plan that is cheapest for the demand it meets itself: what is best for producers and
    /// users together. With elasticity above 1 it is not the plan of least spend ([#backfires]).
    ///
    /// @throws IllegalArgumentException when several plans are, each for its own demand
    public TrainingPlan cheapest(LossLaw law, double loss) {
        double low = Math.log(law.tokens().exponent() / law.size().exponent());
        if (crossings(law, loss, low) != 1) {
            throw new IllegalArgumentException(
                    ("with an elasticity of %s more than one plan is cheapest for the demand it"
                                    + " meets. Maybe less than 3 was meant")
                            .formatted(elasticity));
        }
        double logit =
                new BrentSolver(PRECISION, PRECISION)
                        .solve(STEPS, at -> excess(law, loss, at), low, low + WIDEST);
        return law.reaching(loss, logit);
    }

    /// More than 0 where the size is too small for the demand it meets.
    private double excess(LossLaw law, double loss, double logit) {
        TrainingPlan plan = law.reaching(loss, logit);
        double ratio = law.size().exponent() / law.tokens().exponent();
        return 3 * plan.tokens() * (ratio * Math.exp(logit) - 1) - at(plan.parameters());
    }

    /// How often a size that is too large for its demand lies beside one that is too small.
    private long crossings(LossLaw law, double loss, double low) {
        boolean[] small = new boolean[PROBES + 1];
        for (int at = 1; at <= PROBES; at++) {
            small[at] = excess(law, loss, low + WIDEST * at / PROBES) > 0;
        }
        return IntStream.rangeClosed(1, PROBES).filter(at -> small[at] != small[at - 1]).count();
    }
}
