package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunRequest.Instances;

/// Instances to be run in one go.
///
/// @param on the same, as a worker process is told of them
/// @param reversed whether they are run in reversed order
/// @param quick whether a fast build of the candidate is good enough
record Sitting(Split split, InstanceSet set, Instances on, boolean reversed, boolean quick) {

    Sitting(Split split, InstanceSet set, Instances on, boolean reversed) {
        this(split, set, on, reversed, false);
    }

    /// The instance that is run as the so many-th, as people read it.
    String name(int run) {
        return set.name(reversed ? set.size() - 1 - run : run);
    }
}
