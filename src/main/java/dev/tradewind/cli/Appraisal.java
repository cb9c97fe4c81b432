package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;

import java.util.List;
import java.util.Map;

/// What a program is worth.
///
/// @param overall over all instances asked for
/// @param sets by name of a file or test set, in order
/// @param certificates one line per instance, in the order of the sets; empty unless asked for
record Appraisal(Evaluation overall, Map<String, Evaluation> sets, List<String> certificates) {

    boolean scored() {
        return overall instanceof Scored;
    }
}
