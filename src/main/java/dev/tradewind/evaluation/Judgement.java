package dev.tradewind.evaluation;

/// What a scorer makes of one certificate.
public sealed interface Judgement {

    /// A valid certificate and what it amounts to.
    record Counted(Tally tally) implements Judgement {}

    /// Not a valid certificate; the reason goes into the record of the failure.
    record Invalid(String why) implements Judgement {}

    /// Valid so far, and already so bad that the rest need not be run.
    record Hopeless(String why) implements Judgement {}
}
