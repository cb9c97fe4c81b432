package dev.tradewind.evaluation;

import dev.tradewind.evaluation.RunRequest.Instances;

import java.time.Duration;

/// Instances to be run in one go.
///
/// @param on the same, as a worker process is told of them
/// @param reversed whether they are run in reversed order
/// @param quick whether a fast build of the candidate is good enough
/// @param way how the candidate came here
record Sitting(
        Split split, InstanceSet set, Instances on, boolean reversed, boolean quick, Way way) {

    Sitting(Split split, InstanceSet set, Instances on, boolean reversed) {
        this(split, set, on, reversed, false, Way.START);
    }

    /// What a candidate has behind it, of all the processes it goes through.
    ///
    /// @param leg 1 for the first
    /// @param digest of the certificates of the legs before; empty at the first
    /// @param spent processor time before this leg
    record Way(int leg, String digest, Duration spent) {

        static final Way START = new Way(1, "", Duration.ZERO);

        Way after(String more, Duration now) {
            return new Way(leg + 1, digest + more, now);
        }
    }

    /// The instance that is run as the so many-th, as people read it.
    String name(int run) {
        return set.name(reversed ? Math.max(0, set.size() - 1 - run) : run);
    }
}
