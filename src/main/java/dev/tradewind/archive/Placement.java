package dev.tradewind.archive;

/// What an offer changed in an archive.
public sealed interface Placement {

    /// Kept, the first with its signature.
    record NewCluster() implements Placement {}

    /// Kept beside others with its signature.
    record JoinedCluster() implements Placement {}

    /// Not kept: worse or longer than everything there is room for.
    record NotKept() implements Placement {}
}
