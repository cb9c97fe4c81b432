package dev.tradewind.proposer;

import dev.tradewind.program.Candidate;

import java.util.List;

/// What a proposer is given.
///
/// @param parents programs to start from, best first, at least one
/// @param stream seed of the randomness of this one proposal
public record Ask(List<Candidate> parents, long stream) {

    public Ask {
        parents = List.copyOf(parents);
        if (parents.isEmpty()) {
            throw new IllegalArgumentException("a proposal starts from at least one program");
        }
    }
}
