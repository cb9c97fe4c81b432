package dev.tradewind.evaluation;

/// What a scorer makes of one certificate.
public sealed interface Judgement {

    /// A valid certificate and what it amounts to.
    record Counted(Tally tally) implements Judgement {}

    /// Not a valid certificate; the reason goes into the record of the failure.
    record Invalid(String why) implements Judgement {}

    /// Valid so far; what it amounts to shows when the candidate is run on another instance, made
    /// of what it answered, in a process that has seen no other instance. The scorer is then asked
    /// to judge that instance's certificate.
    ///
    /// @param instance of the scorer's own kind; only what [Scorer#write] writes of it gets there
    record Onward(Object instance) implements Judgement {}

    /// Valid so far, and already so bad that the rest need not be run.
    record Hopeless(String why) implements Judgement {}
}
