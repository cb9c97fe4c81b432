package dev.tradewind.search;

import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.program.Program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A program and what it came to on every split.
///
/// @param name what people call it, such as `best fit`, or the id of an evolved program
/// @param training what the search saw
/// @param validation what the best was chosen by
/// @param test evaluation by name of the test set, in the task's order; nothing was selected on it
public record Examined(
        String name,
        Program program,
        Evaluation training,
        Evaluation validation,
        Map<String, Evaluation> test) {

    public Examined {
        test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    }
}
