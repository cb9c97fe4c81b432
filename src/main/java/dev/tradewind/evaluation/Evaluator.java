package dev.tradewind.evaluation;

/// Tells what a candidate is worth. Safe for any number of threads.
public interface Evaluator extends AutoCloseable {

    /// Runs the candidate on a split and scores what it did.
    Evaluation evaluate(Executable candidate, Split split);

    /// Runs it once more on the same split, elsewhere and in another order. An honest candidate
    /// gets the same [Evaluation.Scored#digest()].
    default Evaluation again(Executable candidate, Split split) {
        return evaluate(candidate, split);
    }

    @Override
    default void close() {}
}
