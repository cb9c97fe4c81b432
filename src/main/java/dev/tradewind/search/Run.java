package dev.tradewind.search;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignWriter;
import dev.tradewind.campaign.PlanDigest;
import dev.tradewind.evaluation.Task;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.JournalException;
import dev.tradewind.journal.RunHeader;
import dev.tradewind.journal.SqliteJournal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// One execution of a campaign, recorded in a journal.
///
/// ```java
/// try (Assembly assembly = Assembly.of(task, campaign.seed(), campaign.jobs(), isolation)) {
///     Outcome outcome = new Run(campaign, Path.of("journal.sqlite")).start(assembly, Watch.nobody());
/// }
/// ```
///
/// @param campaign the plan
/// @param journal file of the record; where there is one already, the run goes on
public record Run(Campaign campaign, Path journal) {

    /// Runs until the budget is spent or someone asks to stop.
    ///
    /// @param assembly of the campaign's task, with the campaign's seed
    /// @throws UnfitSeed when the task's starting program has no score
    /// @throws dev.tradewind.evaluation.EvaluatorFault when the task's scorer or harness fails
    /// @throws JournalException when the journal cannot be written, or belongs to another plan
    /// @throws dev.tradewind.sandbox.SandboxException when no process can be started
    public Outcome start(Assembly assembly, Watch watch) throws InterruptedException {
        Seed seed = Seed.of(assembly);
        try (Journal record = record()) {
            return new Session(campaign, assembly, record, watch).run(seed);
        }
    }

    private Journal record() {
        if (!Files.exists(journal)) {
            return SqliteJournal.create(journal, header());
        }
        Journal record = SqliteJournal.open(journal);
        if (record.header().plan().equals(PlanDigest.of(campaign))) {
            return record;
        }
        record.close();
        throw new JournalException(
                journal
                        + ": belongs to another plan. Maybe the task's files changed since; start"
                        + " a new run instead");
    }

    private RunHeader header() {
        Task about = campaign.task();
        Path folder = journal.toAbsolutePath().getParent();
        return new RunHeader(
                about.name(),
                CampaignWriter.text(campaign, folder == null ? Path.of("") : folder),
                PlanDigest.of(campaign),
                campaign.seed(),
                about.objectives(),
                about.seed(),
                Instant.now(),
                versions());
    }

    private static TreeMap<String, String> versions() {
        String own = Run.class.getPackage().getImplementationVersion();
        return new TreeMap<>(
                Map.of(
                        "tradewind",
                        own == null ? "development" : own,
                        "jdk",
                        System.getProperty("java.version")));
    }
}
