package dev.tradewind.proposer;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.program.Candidate;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a language model is told beside its parents. Decided before the flight, from the settled
/// past alone.
///
/// @param prompt name of the prompt to be used, such as `patch`
/// @param accounts of the parents, in their order
/// @param advice what an earlier reflection advised; empty when there was none
/// @param tried recent proposals, oldest first
/// @param broken a program that failed and is to be repaired; only for the prompt `repair`
public record Briefing(
        String prompt,
        List<Account> accounts,
        String advice,
        List<Tried> tried,
        @Nullable Broken broken) {

    /// For a proposer that reads no prompts.
    public static final Briefing NONE = new Briefing("", List.of(), "", List.of(), null);

    public Briefing {
        accounts = List.copyOf(accounts);
        tried = List.copyOf(tried);
    }

    /// What is known of a parent.
    ///
    /// @param training what it reached on the training instances
    /// @param text what the evaluator tells of it for people: a line for each group of instances;
    ///   may be empty
    public record Account(Scores training, String text) {}

    /// An earlier proposal.
    ///
    /// @param idea what its proposer said it did, one line
    /// @param outcome what became of it, one line, such as `4.31 %, kept` or `COMPILE`
    public record Tried(String idea, String outcome) {}

    /// A program that failed.
    public record Broken(Candidate candidate, FailureCause cause, String detail) {}
}
