package dev.tradewind.search;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.sandbox.Isolation;

import java.nio.file.Path;

/// One execution of a campaign, recorded in a journal.
///
/// @param campaign the plan
/// @param task the campaign's task, compiled
/// @param isolation of candidates
/// @param journal file of the record; where there is one already, the run goes on
public record Run(Campaign campaign, CompiledTask task, Isolation isolation, Path journal) {

    /// Runs until the budget is spent or someone asks to stop.
    ///
    /// @throws dev.tradewind.evaluation.EvaluatorFault when the task's scorer or harness fails
    /// @throws dev.tradewind.journal.JournalException when the journal cannot be written, or
    ///   belongs to another plan
    /// @throws dev.tradewind.sandbox.SandboxException when no process can be started
    @SuppressWarnings("DoNotCallSuggester")
    public Outcome start(Progress progress, Stop stop) throws InterruptedException {
        throw new UnsupportedOperationException("not built yet: " + progress);
    }
}
