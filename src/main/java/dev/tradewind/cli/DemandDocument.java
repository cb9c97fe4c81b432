package dev.tradewind.cli;

import dev.tradewind.law.training.TrainingPlan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Answer of `law train demand --json` for one preset.
///
/// @param schema always [#SCHEMA]
/// @param loss to be reached, in nats per token
/// @param median plan for the demand in the middle of what is forecast
/// @param expected plan of least expected cost
/// @param meanDemand it is made for, in tokens
/// @param guarded plan whose worst ratio over the range is least; null without a range
/// @param worst that ratio, and null likewise
/// @param regrets what a wrong forecast costs when the median comes
record DemandDocument(
        String schema,
        String constants,
        String source,
        double loss,
        TrainingPlan median,
        TrainingPlan expected,
        double meanDemand,
        @Nullable TrainingPlan guarded,
        @Nullable Double worst,
        List<Regret> regrets) {

    static final String SCHEMA = "tradewind/law-train-demand/1";

    DemandDocument {
        regrets = List.copyOf(regrets);
    }

    /// @param factor the demand planned for, in that which comes
    /// @param regret share by which more is paid than need be
    record Regret(double factor, double parameters, double regret) {}
}
