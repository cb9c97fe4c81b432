package dev.tradewind.guard;

import dev.tradewind.program.Candidate;

/// The only way from proposed text to a runnable candidate. Safe for any number of threads; equal
/// candidates get equal verdicts on every machine, but for the time they take.
public interface Guard extends AutoCloseable {

    /// Compiles, checks and instruments a candidate.
    Verdict admit(Candidate candidate);

    @Override
    default void close() {}
}
