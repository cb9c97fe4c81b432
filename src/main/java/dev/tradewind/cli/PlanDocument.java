package dev.tradewind.cli;

import dev.tradewind.law.sampling.Estimate;
import dev.tradewind.law.sampling.SuccessLaw;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A plan in the form in which `law plan --json` prints it. Shares of cost are relative: 0.05 for
/// five per cent.
///
/// @param schema always [#SCHEMA]
/// @param rung to ask, in the unit `by`
/// @param mixture share of the proposals by rung; they add up to 1
/// @param regretLow what asking `rung` alone costs on top of the best rung, if the truth is kind
/// @param regretHigh the same if it is not: bounds that hold 80 % of the published families
/// @param savingAgainstLargest part of the cost of an improvement saved by not asking the largest
/// @param mixtureSaving the same of the mixture, its rungs without a size left out; less than 0
///   where trying the others costs more than it saves
/// @param by the unit that decides
/// @param optima by unit; those are left out in which nothing costs anything
/// @param law in the middle of what is believed; sizes in billions of parameters
/// @param lawSource where it comes from
/// @param beside rungs without a size, of which nothing is known beforehand
/// @param budget what a budget buys; null when none was given
/// @param demand what a number of improvements costs; null when none was given
/// @param assumptions taken for granted
/// @param notes on what can and cannot be concluded
record PlanDocument(
        String schema,
        String rung,
        SequencedMap<String, Double> mixture,
        double regretLow,
        double regretHigh,
        double savingAgainstLargest,
        double mixtureSaving,
        String by,
        SequencedMap<String, Optimum> optima,
        @Nullable SuccessLaw law,
        String lawSource,
        List<String> beside,
        @Nullable Bought budget,
        @Nullable Wanted demand,
        List<String> assumptions,
        List<String> notes) {

    static final String SCHEMA = "tradewind/law-plan/1";

    PlanDocument {
        mixture = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(mixture));
        optima = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(optima));
        beside = List.copyOf(beside);
        assumptions = List.copyOf(assumptions);
        notes = List.copyOf(notes);
    }

    /// The best rung in one unit.
    ///
    /// @param unit as it follows a number
    /// @param regret of asking it alone, with its 80 % band
    /// @param saving against the largest rung, with its 80 % band
    /// @param rungs in the ladder's order
    record Optimum(String unit, String rung, Estimate regret, Estimate saving, List<Step> rungs) {
        Optimum {
            rungs = List.copyOf(rungs);
        }
    }

    /// A rung in one unit.
    ///
    /// @param size billions of active parameters
    /// @param proposal cost of one proposal
    /// @param evaluation cost of evaluating it
    /// @param regret of asking it alone, with its 80 % band
    record Step(String rung, double size, double proposal, double evaluation, Estimate regret) {}

    /// What a budget buys of the best rung.
    ///
    /// @param proposals about
    /// @param improvements expected, if this task is as easy as the published ones
    /// @param bestGainRung rung whose best proposal is expected to be best at the end
    record Bought(String budget, double proposals, double improvements, String bestGainRung) {}

    /// What a number of improvements costs, if this task is as easy as the published ones.
    ///
    /// @param cost by unit, asking that unit's best rung
    /// @param costOfLargest by unit, asking the largest
    record Wanted(
            double improvements,
            SequencedMap<String, Double> cost,
            SequencedMap<String, Double> costOfLargest) {
        Wanted {
            cost = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cost));
            costOfLargest =
                    Collections.unmodifiableSequencedMap(new LinkedHashMap<>(costOfLargest));
        }
    }
}
