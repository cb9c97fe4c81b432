package dev.tradewind.evaluation;

/// Tasks for tests whose parts are objects at hand.
public final class AtHand {

    private AtHand() {}

    /// A task ready to be prepared.
    ///
    /// @param harness never run
    public static CompiledTask task(
            Task task, Class<? extends Harness<?, ?>> harness, Scorer<?> scorer) {
        return CompiledTask.of(task, harness, scorer);
    }
}
