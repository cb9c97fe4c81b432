package dev.tradewind.law.sampling;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/// Many tasks whose chances of success differ as a beta distribution: each alone fails
/// exponentially less often with more tries, all together by a power (arXiv:2502.17578).
///
/// @param alpha how many tasks are nearly hopeless: the fewer, the larger; more than 0
/// @param beta more than 0
public record TaskMix(double alpha, double beta) {

    public TaskMix {
        Numbers.positive(alpha, "alpha");
        Numbers.positive(beta, "beta");
    }

    /// Share of the tasks at which all of `tries` fail.
    public double failure(double tries) {
        return Math.exp(
                Beta.logBeta(alpha, beta + Numbers.least(tries, "a number of tries"))
                        - Beta.logBeta(alpha, beta));
    }

    /// What that comes to after many tries: `Γ(α+β)/Γ(β) k^-α`.
    public double failureAfterMany(double tries) {
        double height = Gamma.logGamma(alpha + beta) - Gamma.logGamma(beta);
        return Math.exp(height - alpha * Math.log(Numbers.positive(tries, "a number of tries")));
    }
}
