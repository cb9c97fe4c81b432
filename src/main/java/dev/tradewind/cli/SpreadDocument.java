package dev.tradewind.cli;

import java.util.List;

/// The same question answered under each of the published constants.
///
/// @param schema always [#SCHEMA]
record SpreadDocument<T>(String schema, List<T> spread) {

    static final String SCHEMA = "tradewind/law-train-spread/1";

    SpreadDocument {
        spread = List.copyOf(spread);
    }

    static <T> SpreadDocument<T> of(List<T> answers) {
        return new SpreadDocument<>(SCHEMA, answers);
    }
}
