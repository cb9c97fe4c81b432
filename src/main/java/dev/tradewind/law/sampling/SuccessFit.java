package dev.tradewind.law.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// A success law fitted to evidence, with what speaks for and against it.
///
/// @param law nearest to the evidence
/// @param rows it was fitted to
/// @param resamples laws fitted to evidence drawn from the law itself: a parametric bootstrap
public record SuccessFit(SuccessLaw law, List<Evidence> rows, List<SuccessLaw> resamples) {

    /// Part of the resamples within the bounds of an estimate.
    public static final double INTERVAL = 0.95;

    /// The same of a forecast's band.
    public static final double BAND = 0.8;

    private static final int RESAMPLES = 400;
    private static final int LEAST_SIZES = 4;

    public SuccessFit {
        rows = List.copyOf(rows);
        resamples = List.copyOf(resamples);
    }

    /// Fitted by least squares: of `ln p` for rates, of the binomial deviance for counts. With four
    /// sizes the floor is taken for 0.
    ///
    /// @throws Inconclusive for fewer than four sizes, no success at all, or none that grows
    public static SuccessFit of(List<? extends Evidence> rows, RandomGenerator random) {
        List<Evidence> all = List.copyOf(rows);
        Enough.check(all, LEAST_SIZES);
        SuccessLaw law = CurveFit.of(all);
        return new SuccessFit(law, all, new Resampling(law, all, random).laws(RESAMPLES));
    }

    /// The floor, with its interval.
    public Estimate e0() {
        return estimate(SuccessLaw::e0);
    }

    /// The scale at size 1, with its interval.
    public Estimate a() {
        return estimate(SuccessLaw::a);
    }

    /// The exponent, with its interval.
    public Estimate g() {
        return estimate(SuccessLaw::g);
    }

    /// Any number that follows from the law, with its interval.
    public Estimate estimate(ToDoubleFunction<SuccessLaw> number) {
        return Estimate.of(number.applyAsDouble(law), resamples, number, INTERVAL);
    }

    /// Root mean square of `ln p` observed less fitted.
    public double rms() {
        return Math.sqrt(
                rows.stream()
                        .mapToDouble(row -> law.logLoss(row.size()) + Math.log(row.rate()))
                        .map(miss -> miss * miss)
                        .average()
                        .orElseThrow());
    }

    /// What each form foretells of the largest size; without those that cannot be fitted to the
    /// others.
    public List<HeldOut> heldOut() {
        List<HeldOut> found = new ArrayList<>();
        for (SuccessForm form : SuccessForm.values()) {
            try {
                found.add(HeldOut.largest(form, rows));
            } catch (Inconclusive unfit) {
                // This form has nothing to foretell; the others are compared.
            }
        }
        return found;
    }

    public LeaveOneOut leaveOneOut() {
        return LeaveOneOut.of(rows);
    }

    /// Success at a size.
    ///
    /// @throws Inconclusive for a size more than two orders of magnitude away from all fitted ones;
    ///   [#farForecast(double)] answers all the same
    public Forecast forecast(double size) {
        Forecast forecast = farForecast(size);
        if (forecast.far()) {
            throw new Inconclusive(
                    ("size %s is %.1f orders of magnitude away from the sizes fitted; beyond %.0f"
                                    + " a law is no guide")
                            .formatted(size, forecast.decades(), Forecast.FURTHEST));
        }
        return forecast;
    }

    /// Success at any size; [Forecast#far()] says when not to rely on it.
    public Forecast farForecast(double size) {
        Estimate success =
                Estimate.of(law.success(size), resamples, each -> each.success(size), BAND);
        return new Forecast(size, success, decades(size));
    }

    private double decades(double size) {
        double[] sizes = rows.stream().mapToDouble(Evidence::size).toArray();
        double least = Arrays.stream(sizes).min().orElseThrow();
        double most = Arrays.stream(sizes).max().orElseThrow();
        return Math.max(0, Math.max(Math.log10(least / size), Math.log10(size / most)));
    }
}
