package dev.tradewind.law.training;

/// How well runs that a law was not fitted to are predicted: the quarter of largest compute, from
/// the others.
public sealed interface HeldOut {

    /// It was tried.
    ///
    /// @param runs that were predicted
    /// @param error mean absolute error of the log loss: 0.01 is one percent of the loss
    /// @param worst largest of these errors
    /// @param sizeGrowth of the law that was fitted to the others; it may differ a great deal from
    ///   that of all runs even where the loss is predicted well
    record Measured(int runs, double error, double worst, double sizeGrowth) implements HeldOut {}

    /// It could not be tried.
    record Unmeasured(String reason) implements HeldOut {}
}
