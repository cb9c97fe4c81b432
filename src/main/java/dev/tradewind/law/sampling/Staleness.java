package dev.tradewind.law.sampling;

import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.Map;

/// How much of its success a proposal keeps when others land while it is under way: `phi(L) = 1 /
/// (1 + psi L)`.
///
/// @param psi 0 or more; 0 where waiting does no harm
public record Staleness(double psi) {

    public Staleness {
        Numbers.least(psi, "psi");
    }

    public double kept(double inFlight) {
        return 1 / (1 + psi * Numbers.least(inFlight, "a number in flight"));
    }

    /// Fitted to measured success by the number in flight: a line through their inverses.
    ///
    /// @param success more than 0, of at least two different numbers
    /// @throws Inconclusive for fewer
    public static Staleness of(Map<Double, Double> success) {
        if (success.size() < 2) {
            throw new Inconclusive(
                    "staleness needs success at two numbers in flight or more, not %d"
                            .formatted(success.size()));
        }
        SimpleRegression line = new SimpleRegression();
        success.forEach((flights, chance) -> line.addData(flights, 1 / positive(chance)));
        if (!(line.getIntercept() > 0)) {
            throw new Inconclusive("success does not fall with the number in flight as assumed");
        }
        return new Staleness(Math.max(0, line.getSlope() / line.getIntercept()));
    }

    private static double positive(double chance) {
        return Numbers.chance(chance, "success");
    }
}
