package dev.tradewind.law.allocation;

import java.util.List;
import java.util.random.RandomGenerator;

/// Decides which rung is asked next, and learns what comes of it. Owned by one thread. Equal calls
/// in equal order lead to equal decisions.
public interface Allocator {

    /// Ranks the rungs that have room for another proposal. Changes nothing.
    ///
    /// @param open names of the rungs, in the order of the ladder
    /// @param random for policies that draw
    Allocation next(List<String> open, RandomGenerator random);

    /// A proposal was asked of a rung; nothing of it is known yet.
    void launched(String rung);

    /// A proposal that was launched came to this.
    void observe(Observation observation);

    /// What it believes now, in the order of the ladder; nothing unless a policy says otherwise.
    default List<Belief> beliefs() {
        return List.of();
    }
}
