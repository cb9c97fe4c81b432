package dev.tradewind.cli;

import dev.tradewind.law.training.Estimate;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Answer of `law fit --kind chinchilla --json`.
///
/// @param schema always [#SCHEMA]
/// @param runs that were given
/// @param resamples behind the intervals, which hold 95 % of them
/// @param estimates by name: E, A, alpha, B, beta, and a, by which the best size grows
/// @param leastSquaresA a by plain least squares instead
/// @param heldOutError mean absolute error of the log loss of the quarter of largest compute,
///   predicted from the others; null when it could not be tried
/// @param heldOutWorst largest of these errors, and null likewise
/// @param heldOutA a of the law they were predicted by, and null likewise
/// @param heldOutMissing why; null when it was tried
/// @param forecasts for compute beyond that of the largest run
record ChinchillaDocument(
        String schema,
        int runs,
        int resamples,
        Map<String, Estimate> estimates,
        double leastSquaresA,
        @Nullable Double heldOutError,
        @Nullable Double heldOutWorst,
        @Nullable Double heldOutA,
        @Nullable String heldOutMissing,
        List<Forecast> forecasts) {

    static final String SCHEMA = "tradewind/law-fit-chinchilla/1";

    ChinchillaDocument {
        forecasts = List.copyOf(forecasts);
    }

    /// The plan of least loss at a compute.
    ///
    /// @param beyond orders of magnitude outside of the runs, 0 inside
    /// @param caution null within the runs
    record Forecast(
            double compute,
            Estimate parameters,
            Estimate tokens,
            Estimate loss,
            double beyond,
            @Nullable String caution) {}
}
