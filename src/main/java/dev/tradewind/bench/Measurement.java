package dev.tradewind.bench;

/// Finds out figures. Runs in a JVM of its own.
@FunctionalInterface
interface Measurement {

    /// Writes figures on the sheet, one by one as they become known.
    ///
    /// @param bay what it may use
    /// @throws Exception when there is nothing to be measured here; the bench reports it and stops
    void measure(Bay bay, Sheet sheet) throws Exception;
}
