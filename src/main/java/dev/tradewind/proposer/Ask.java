package dev.tradewind.proposer;

import dev.tradewind.program.Candidate;

import java.util.List;

/// What a proposer is given.
///
/// @param parents programs to start from, best first, at least one
/// @param stream seed of the randomness of this one proposal
/// @param settledBefore flights whose programs are known and need not be proposed again
/// @param briefing for language models
/// @param exchanges of this flight, for language models
public record Ask(
        List<Candidate> parents,
        long stream,
        long settledBefore,
        Briefing briefing,
        Exchanges exchanges) {

    public Ask {
        parents = List.copyOf(parents);
        if (parents.isEmpty()) {
            throw new IllegalArgumentException("a proposal starts from at least one program");
        }
    }

    /// For a proposer without a model, at the start of a run.
    public static Ask of(List<Candidate> parents, long stream) {
        return new Ask(parents, stream, 0, Briefing.NONE, Exchanges.live());
    }

    /// The same, other luck.
    public Ask withStream(long other) {
        return new Ask(parents, other, settledBefore, briefing, exchanges);
    }
}
