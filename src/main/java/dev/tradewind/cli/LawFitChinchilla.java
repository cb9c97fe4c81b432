package dev.tradewind.cli;

import dev.tradewind.law.training.ChinchillaFit;
import dev.tradewind.law.training.Estimate;
import dev.tradewind.law.training.FitForecast;
import dev.tradewind.law.training.FitOutcome;
import dev.tradewind.law.training.HeldOut;
import dev.tradewind.law.training.LossLaw;
import dev.tradewind.law.training.TrainingRun;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Table;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// The half of `tradewind law fit` that finds the loss law of trained models.
final class LawFitChinchilla {

    private static final double[] STEPS = {1, 10, 100, 10_000};

    private LawFitChinchilla() {}

    /// The law that runs tell.
    ///
    /// @param resamples for the intervals, at least 50
    /// @param seed they are drawn from
    /// @throws UsageException when the runs do not tell one
    static ChinchillaDocument document(List<TrainingRun> runs, int resamples, long seed) {
        FitOutcome outcome =
                Wrong.use(
                        "Resamples",
                        () -> ChinchillaFit.of(runs, resamples, new SplittableRandom(seed)));
        return switch (outcome) {
            case FitOutcome.Fitted fitted -> of(fitted.fit(), runs.size(), resamples);
            case FitOutcome.Inconclusive wrong ->
                    throw new UsageException(
                            "No law can be told: %s. %s."
                                    .formatted(wrong.reason(), wrong.remains()));
        };
    }

    private static ChinchillaDocument of(ChinchillaFit fit, int runs, int resamples) {
        return new ChinchillaDocument(
                ChinchillaDocument.SCHEMA,
                runs,
                resamples,
                estimates(fit),
                fit.leastSquares().sizeGrowth(),
                measured(fit, Part.ERROR),
                measured(fit, Part.WORST),
                measured(fit, Part.GROWTH),
                switch (fit.heldOut()) {
                    case HeldOut.Measured _ -> null;
                    case HeldOut.Unmeasured missing -> missing.reason();
                },
                DoubleStream.of(STEPS)
                        .mapToObj(step -> forecast(fit.at(step * fit.reach().flop().most())))
                        .toList());
    }

    private enum Part {
        ERROR,
        WORST,
        GROWTH
    }

    private static @Nullable Double measured(ChinchillaFit fit, Part part) {
        return switch (fit.heldOut()) {
            case HeldOut.Unmeasured _ -> null;
            case HeldOut.Measured measured ->
                    switch (part) {
                        case ERROR -> measured.error();
                        case WORST -> measured.worst();
                        case GROWTH -> measured.sizeGrowth();
                    };
        };
    }

    private static Map<String, Estimate> estimates(ChinchillaFit fit) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        estimates.put("E", fit.estimate(LossLaw::floor));
        estimates.put("A", fit.estimate(law -> law.size().scale()));
        estimates.put("alpha", fit.estimate(law -> law.size().exponent()));
        estimates.put("B", fit.estimate(law -> law.tokens().scale()));
        estimates.put("beta", fit.estimate(law -> law.tokens().exponent()));
        estimates.put("a", fit.estimate(LossLaw::sizeGrowth));
        return estimates;
    }

    private static ChinchillaDocument.Forecast forecast(FitForecast forecast) {
        return new ChinchillaDocument.Forecast(
                forecast.flop(),
                forecast.parameters(),
                forecast.tokens(),
                forecast.loss(),
                forecast.beyond(),
                caution(forecast));
    }

    private static @Nullable String caution(FitForecast forecast) {
        if (forecast.beyond() == 0) {
            return null;
        }
        String orders = String.format(Locale.ROOT, "%.1f", forecast.beyond());
        return forecast.tooFar()
                ? orders + " orders of magnitude outside the runs: more than 2, not to be relied on"
                : orders + " orders of magnitude outside the runs";
    }

    /// The same for people.
    static List<Table> tables(ChinchillaDocument document) {
        return List.of(
                new Table(
                        List.of("", "value", "low", "high", "std. error"),
                        document.estimates().entrySet().stream()
                                .map(entry -> row(entry.getKey(), entry.getValue()))
                                .toList()),
                new Table(
                        List.of("compute", "parameters", "low", "high", "tokens", "loss", ""),
                        document.forecasts().stream().map(LawFitChinchilla::row).toList()));
    }

    private static List<String> row(String name, Estimate estimate) {
        return List.of(
                name,
                Magnitude.number(estimate.value()),
                Magnitude.number(estimate.low()),
                Magnitude.number(estimate.high()),
                Magnitude.number(estimate.error()));
    }

    private static List<String> row(ChinchillaDocument.Forecast forecast) {
        String caution = forecast.caution();
        return List.of(
                Magnitude.flop(forecast.compute()),
                Magnitude.parameters(forecast.parameters().value()),
                Magnitude.parameters(forecast.parameters().low()),
                Magnitude.parameters(forecast.parameters().high()),
                Magnitude.tokens(forecast.tokens().value()),
                Magnitude.number(forecast.loss().value()),
                caution == null ? "" : caution);
    }

    /// What else is to be known, a line each.
    static List<String> notes(ChinchillaDocument document) {
        Double error = document.heldOutError();
        String heldOut =
                error == null
                        ? "not tried: " + document.heldOutMissing()
                        : "%s of the loss on average, for the quarter of largest compute predicted"
                                        .formatted(Magnitude.percent(error))
                                + " from the others";
        return List.of(
                "held-out error: " + heldOut,
                "intervals hold 95 %% of %s resamples"
                        .formatted(Figures.count(document.resamples())),
                "a is %s by plain least squares; a prediction of the loss can be good where the"
                                .formatted(Magnitude.number(document.leastSquaresA()))
                        + " split of compute is not");
    }
}
