package dev.tradewind.cli;

import dev.tradewind.law.training.Preset;
import dev.tradewind.law.training.TrainingPlan;

/// Answer of `law train allocate --json` for one preset.
///
/// @param schema always [#SCHEMA]
/// @param source of the constants
/// @param tokensPerParameter of the plan
/// @param loss it reaches, in nats per token
/// @param sizeGrowth a in `N ∝ C^a`
record AllocateDocument(
        String schema,
        String constants,
        String source,
        double compute,
        double parameters,
        double tokens,
        double tokensPerParameter,
        double loss,
        double sizeGrowth) {

    static final String SCHEMA = "tradewind/law-train-allocate/1";

    static AllocateDocument of(Preset preset, double compute) {
        TrainingPlan plan = preset.law().optimum(compute);
        return new AllocateDocument(
                SCHEMA,
                preset.name(),
                preset.source(),
                compute,
                plan.parameters(),
                plan.tokens(),
                plan.ratio(),
                preset.law().loss(plan),
                preset.law().sizeGrowth());
    }
}
