package dev.tradewind.evaluation;

import java.util.List;

/// What a candidate is worth on one suite.
///
/// @param certificates what it did as a line of text for each instance; empty unless asked for
public record SuiteResult(String name, Evaluation evaluation, List<String> certificates) {

    public SuiteResult {
        certificates = List.copyOf(certificates);
    }
}
