package dev.tradewind.archive;

import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.program.Candidate;

/// A scored candidate an archive may keep.
///
/// @param flight number of the flight it came from, its name within a run; 0 is the seed
/// @param training what it reached on the training instances
/// @param breakdown of that, for those who are told of it
public record Elite(
        long flight,
        Candidate candidate,
        Scores training,
        Signature signature,
        Breakdown breakdown) {

    /// Characters of its program, the measure of parsimony.
    public int length() {
        return candidate.program().length();
    }
}
