package dev.tradewind.evaluation;

import java.util.List;

/// Tells what a candidate is worth. Safe for any number of threads.
public interface Evaluator extends AutoCloseable {

    /// Runs the candidate on a split and scores what it did.
    Evaluation evaluate(Executable candidate, Split split);

    /// Runs it once more on the same split, elsewhere and in another order. An honest candidate
    /// gets the same [Evaluation.Scored#digest()].
    default Evaluation again(Executable candidate, Split split) {
        return evaluate(candidate, split);
    }

    /// Runs it on every so many-th of the training instances alone, from the first: enough to
    /// compare it with others at a part of the cost, not to say what it is worth. An evaluator that
    /// knows no single instances runs it on all of them.
    ///
    /// @param every 1 or more
    default Evaluation sample(Executable candidate, int every) {
        return evaluate(candidate, Split.TRAINING);
    }

    /// Runs it on a stage's part of the training instances, with the fast build where the stage is
    /// content with it and there is one. An evaluator that knows no single suites runs it on those
    /// of all of them.
    default Evaluation stage(Executable candidate, Procedure.Stage stage) {
        return sample(candidate, stage.every());
    }

    /// Runs it on each of some suites by itself and scores it as on test. An evaluator that knows
    /// nothing of suites tells of none.
    ///
    /// @param certificates whether what it did is wanted as text too
    default List<SuiteResult> suites(
            Executable candidate, List<? extends Suite<?>> suites, boolean certificates) {
        return List.of();
    }

    @Override
    default void close() {}
}
