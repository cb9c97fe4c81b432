package dev.tradewind.search;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignWriter;
import dev.tradewind.campaign.PlanDigest;
import dev.tradewind.evaluation.Task;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.JournalException;
import dev.tradewind.journal.RunHeader;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        return start(assembly, Answers.live(campaign.task().folder()), watch);
    }

    /// The same with models' answers from elsewhere.
    ///
    /// @param answers when recorded, the run ends where the recording does; with the plan of the
    ///   recorded run unchanged it makes every decision of that run once more
    /// @throws dev.tradewind.proposer.ProviderDown when a model has not answered for too long
    /// @throws dev.tradewind.proposer.ProviderRefused when a model never will: a wrong key, say
    public Outcome start(Assembly assembly, Answers answers, Watch watch)
            throws InterruptedException {
        Seed seed = Seed.of(assembly);
        try (Journal record = record(seed)) {
            Session session = new Session(campaign, assembly, record, watch);
            return switch (answers) {
                case Answers.Live live -> session.run(seed, live, null);
                case Answers.Recorded recorded -> {
                    try (RunRecord guide = SqliteJournal.read(recorded.journal())) {
                        yield session.run(seed, recorded, guide);
                    }
                }
            };
        }
    }

    private Journal record(Seed seed) {
        if (!Files.exists(journal)) {
            return SqliteJournal.create(journal, header(seed));
        }
        Journal record = SqliteJournal.open(journal);
        if (record.header().plan().equals(PlanDigest.of(campaign))) {
            return record;
        }
        record.close();
        throw new JournalException(
                journal
                        + ": belongs to another plan. Maybe the task's files or prompts changed since; start"
                        + " a new run instead");
    }

    private RunHeader header(Seed seed) {
        Task about = campaign.task();
        Path folder = journal.toAbsolutePath().getParent();
        return new RunHeader(
                about.name(),
                CampaignWriter.text(campaign, folder == null ? Path.of("") : folder),
                PlanDigest.of(campaign),
                campaign.seed(),
                about.objectives(),
                about.measures(),
                List.of(seed.champion().elite().training(), seed.champion().validation()),
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
