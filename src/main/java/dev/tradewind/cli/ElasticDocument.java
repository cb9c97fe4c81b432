package dev.tradewind.cli;

import org.jspecify.annotations.Nullable;

/// Answer of `law train elastic --json` for one preset.
///
/// @param schema always [#SCHEMA]
/// @param demand the plan meets, in tokens
/// @param inelasticParameters of the plan if demand did not grow
/// @param inferenceGrowth what use of the plan takes, in that of the plan best for training alone;
///   more than 1 when cheaper use costs more in all
/// @param warning null unless the elasticity is more than 1
record ElasticDocument(
        String schema,
        String constants,
        String source,
        double loss,
        double parameters,
        double tokens,
        double demand,
        double inelasticParameters,
        double inferenceGrowth,
        @Nullable String warning) {

    static final String SCHEMA = "tradewind/law-train-elastic/1";
}
