package dev.tradewind.proposer;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Candidate;

/// What a proposer came up with.
public sealed interface Proposal {

    record Proposed(Candidate candidate) implements Proposal {}

    /// No program came of it.
    record Declined(FailureCause cause, String detail) implements Proposal {}

    /// Asked to reflect, it gave advice for later proposals instead of a program.
    record Advised(String advice) implements Proposal {}
}
