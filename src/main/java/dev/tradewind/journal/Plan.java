package dev.tradewind.journal;

import dev.tradewind.evolution.Bar;

import java.util.List;

/// What was decided before a flight started. A pure function of the settled past and the seed.
///
/// @param line search or baseline; flights are numbered within a line, from 1
/// @param flight number of the flight
/// @param settledBefore how many flights had settled when it was planned
/// @param island where its candidate will be offered
/// @param proposer name of the rung asked
/// @param parents flights of the parents, best first; 0 is the seed
/// @param stream seed of the proposal's randomness
/// @param prompt name of the prompt a language model is asked with; empty for other proposers
/// @param broken flight whose failed program is to be repaired; 0 when there is none
/// @param bar training scores from which on the candidate is validated
public record Plan(
        Line line,
        long flight,
        long settledBefore,
        int island,
        String proposer,
        List<Long> parents,
        long stream,
        String prompt,
        long broken,
        Bar bar) {

    public Plan {
        parents = List.copyOf(parents);
    }
}
