package dev.tradewind.cli;

import dev.tradewind.law.sampling.Estimate;
import dev.tradewind.law.sampling.Forecast;
import dev.tradewind.law.sampling.HeldOut;
import dev.tradewind.law.sampling.LeaveOneOut;
import dev.tradewind.law.sampling.SuccessFit;
import dev.tradewind.law.sampling.SuccessForm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A fit in the form in which `law fit --json` prints it.
///
/// @param schema always [#SCHEMA]
/// @param kind of law, such as `success`
/// @param interval part of the draws within `low` and `high` of an estimate
/// @param estimates by name
/// @param rms of `ln p` observed less fitted
/// @param heldOutError of the largest size, foretold from the others: 0.05 for five per cent too
///   much; null where the others alone bear no law
/// @param forms what each form foretells of the largest size
/// @param band part of the draws within the bounds of a forecast
/// @param notes on what can and cannot be concluded
record FitDocument(
        String schema,
        String kind,
        long rows,
        double interval,
        SequencedMap<String, Estimate> estimates,
        double rms,
        @Nullable Double heldOutError,
        List<Form> forms,
        Score leaveOneOut,
        double band,
        List<Foretold> forecasts,
        List<String> notes) {

    static final String SCHEMA = "tradewind/law-fit/1";

    /// Growth of success by size, in per cent by per cent, that is as good as none.
    private static final double FLAT = 0.01;

    private static final int FEW = 4;

    FitDocument {
        estimates = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(estimates));
        forms = List.copyOf(forms);
        forecasts = List.copyOf(forecasts);
        notes = List.copyOf(notes);
    }

    /// A form and how well it foretells.
    record Form(String form, double size, double observed, double predicted, double error) {

        private static Form of(HeldOut held) {
            return new Form(
                    held.form().formula(),
                    held.size(),
                    held.observed(),
                    held.predicted(),
                    held.error());
        }
    }

    /// Log scores of sizes foretold from the others, in nats; more is better.
    record Score(double law, double independent, double lead, boolean lawLoses) {

        private static Score of(LeaveOneOut score) {
            return new Score(score.law(), score.independent(), score.lead(), score.lawLoses());
        }
    }

    /// What is foretold of a size.
    record Foretold(double size, Estimate success, double decades, boolean far) {

        private static Foretold of(Forecast forecast) {
            return new Foretold(
                    forecast.size(), forecast.success(), forecast.decades(), forecast.far());
        }
    }

    static FitDocument of(SuccessFit fit, List<Forecast> forecasts) {
        SequencedMap<String, Estimate> estimates = new LinkedHashMap<>();
        estimates.put("e0", fit.e0());
        estimates.put("a", fit.a());
        estimates.put("g", fit.g());
        List<HeldOut> held = fit.heldOut();
        return new FitDocument(
                SCHEMA,
                LawKind.SUCCESS.toString(),
                fit.rows().size(),
                SuccessFit.INTERVAL,
                estimates,
                fit.rms(),
                held.stream()
                        .filter(each -> each.form() == SuccessForm.FLOOR)
                        .map(HeldOut::error)
                        .findFirst()
                        .orElse(null),
                held.stream().map(Form::of).toList(),
                Score.of(fit.leaveOneOut()),
                SuccessFit.BAND,
                forecasts.stream().map(Foretold::of).toList(),
                notes(fit));
    }

    private static List<String> notes(SuccessFit fit) {
        List<String> notes = new ArrayList<>();
        if (fit.rows().stream().map(row -> row.size()).distinct().count() <= FEW) {
            notes.add("four sizes bear no floor: e0 is taken for 0");
        }
        if (fit.leaveOneOut().lawLoses()) {
            notes.add("sizes are foretold worse by the law than without it: do not use it here");
        }
        double largest = fit.rows().stream().mapToDouble(row -> row.size()).max().orElseThrow();
        if (fit.estimate(law -> law.elasticity(largest)).low() < FLAT) {
            notes.add("at the largest size it is not shown that more size helps");
        }
        return notes;
    }
}
