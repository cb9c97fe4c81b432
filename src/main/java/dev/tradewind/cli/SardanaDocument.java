package dev.tradewind.cli;

import dev.tradewind.law.training.CostUnit;
import dev.tradewind.law.training.Demand;
import dev.tradewind.law.training.LifetimeOptimum;
import dev.tradewind.law.training.Preset;
import dev.tradewind.law.training.TrainingPlan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Answer of `law train sardana --json` for one preset. The first figures are of the optimum in the
/// unit `cost_in`.
///
/// @param schema always [#SCHEMA]
/// @param source of the constants
/// @param loss both plans reach, in nats per token
/// @param costIn unit in which the plan is cheapest
/// @param optima one for each unit that what was given allows
/// @param machines what was taken of them; null when only FLOP are counted
record SardanaDocument(
        String schema,
        String constants,
        String source,
        double loss,
        String costIn,
        double parameters,
        double tokens,
        double dataRatio,
        double saving,
        double trainingFlop,
        double inferenceFlop,
        TrainingPlan baseline,
        List<Optimum> optima,
        @Nullable String machines) {

    static final String SCHEMA = "tradewind/law-train-sardana/1";

    SardanaDocument {
        optima = List.copyOf(optima);
    }

    /// @param optima in the order of units, at least one
    static SardanaDocument of(
            Preset preset, List<Optimum> optima, TrainingPlan baseline, @Nullable String machines) {
        Optimum asked = optima.getLast();
        return new SardanaDocument(
                SCHEMA,
                preset.name(),
                preset.source(),
                preset.law().loss(baseline),
                asked.costIn(),
                asked.parameters(),
                asked.tokens(),
                asked.dataRatio(),
                asked.saving(),
                asked.trainingFlop(),
                asked.inferenceFlop(),
                baseline,
                optima,
                machines);
    }

    /// The cheapest plan in one unit.
    ///
    /// @param saving share of the baseline's cost
    /// @param saved the same as FLOP of training that cost as much
    /// @param baselineExcess share by which the baseline costs more than the plan
    record Optimum(
            String costIn,
            double parameters,
            double tokens,
            double dataRatio,
            double saving,
            double saved,
            double baselineExcess,
            double trainingFlop,
            double inferenceFlop) {

        static Optimum of(CostUnit unit, LifetimeOptimum optimum, Demand demand) {
            return new Optimum(
                    unit.toString(),
                    optimum.plan().parameters(),
                    optimum.plan().tokens(),
                    optimum.dataRatio(),
                    optimum.saving(),
                    optimum.saved(),
                    optimum.baselineExcess(),
                    optimum.plan().flop(),
                    optimum.inferenceFlop(demand.total()));
        }
    }
}
