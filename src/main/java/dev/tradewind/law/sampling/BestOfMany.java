package dev.tradewind.law.sampling;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// The best of many proposals, of which few succeed and gain amounts that differ.
///
/// @param success chance that a proposal is an improvement; more than 0
/// @param scale of the gains; with no tail their mean; more than 0
/// @param tail shape of their generalised Pareto distribution: 0 for exponential gains, more for
///   rare large ones; less than 1, where the mean ends
public record BestOfMany(double success, double scale, double tail) {

    private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(20);
    private static final int PANELS = 64;

    /// Where the integrand has fallen to e^-40 of its height.
    private static final double FAR = 40;

    public BestOfMany {
        Numbers.chance(success, "success");
        Numbers.positive(scale, "the scale of gains");
        if (!(tail >= 0 && tail < 1)) {
            throw new IllegalArgumentException(
                    "the tail of gains is a number from 0 to less than 1, not " + tail);
        }
    }

    /// Expected gain of the best of them, 0 where none succeeds.
    ///
    /// With no tail this is `b Σ (1 - (1-p)^j) / j`, about `b (ln(m p) + 0.5772)`; written as an
    /// integral it holds for every tail and for any number of proposals.
    ///
    /// @param proposals how many, 0 or more; need not be whole
    public double expected(double proposals) {
        Numbers.least(proposals, "a number of proposals");
        double end = (Math.log1p(proposals * success) + FAR) / (1 - tail);
        double width = end / PANELS;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = (panel + 0.5) * width;
            sum += PANEL.integrate(at -> density(middle + at * width / 2, proposals)) * width / 2;
        }
        return scale * sum;
    }

    /// Chance that the best gain lies beyond a quantile, times what that quantile adds.
    private double density(double depth, double proposals) {
        double beyond = success * Math.exp(-depth);
        double some = beyond < 1 ? -Math.expm1(proposals * Math.log1p(-beyond)) : 1;
        return proposals == 0 ? 0 : some * Math.exp(tail * depth);
    }
}
