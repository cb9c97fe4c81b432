package dev.tradewind.proposer.breeding;

/// One thing that can be done to a body.
@FunctionalInterface
interface Change {

    /// Changes the tree on the bench.
    ///
    /// @return false when there is nothing it applies to; then the tree is not to be used
    boolean on(Bench bench);
}
