package dev.tradewind.program;

import java.util.List;

/// Where a program came from.
///
/// @param parents the programs it was made from, best first; empty for a seed
/// @param proposer name of the rung that proposed it, `seed` for a seed
/// @param operator what the proposer did, in its own words, such as `subtree crossover`
public record Descent(List<ProgramId> parents, String proposer, String operator) {

    public Descent {
        parents = List.copyOf(parents);
    }

    /// The descent of a program nobody proposed.
    public static Descent seed() {
        return new Descent(List.of(), "seed", "seed");
    }
}
