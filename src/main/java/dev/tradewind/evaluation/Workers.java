package dev.tradewind.evaluation;

/// Runs candidates on instances and brings what they did: where lanes differ. Safe for any number
/// of threads.
interface Workers extends AutoCloseable {

    /// Runs a candidate on the instances of a sitting.
    ///
    /// @throws EvaluatorFault when the task's own part of it fails
    Heard hear(Executable candidate, Sitting sitting);

    /// Whether a candidate itself runs in the first leg alone, so that what it answers there says
    /// all of it.
    default boolean firstLegTellsAll() {
        return false;
    }

    @Override
    void close();
}
