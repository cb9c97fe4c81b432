package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.EvaluatorFault;
import dev.tradewind.journal.JournalException;
import dev.tradewind.journal.Note;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.proposer.ProviderDown;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.report.Environment;
import dev.tradewind.report.Figures;
import dev.tradewind.report.RunFolder;
import dev.tradewind.report.RunReport;
import dev.tradewind.report.Telling;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.sandbox.SandboxException;
import dev.tradewind.search.Answers;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Housekeeping;
import dev.tradewind.search.Outcome;
import dev.tradewind.search.Progress;
import dev.tradewind.search.Run;
import dev.tradewind.search.Stop;
import dev.tradewind.search.Watch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;

/// One session of a run: searches, shows how it is getting on, writes the report, tells the result.
///
/// @param command what starts the same run again
record RunSession(Loaded loaded, Isolation isolation, String command, Console console) {

    /// Goes through all of it and returns the exit code.
    int run(Berth berth, Answers answers, boolean json) throws IOException, InterruptedException {
        RunFolder folder = berth.folder();
        console.note(
                (berth.resumed() ? "going on with %s" : "running in %s").formatted(folder.path()));
        loaded.tellSpared(console);
        Outcome outcome = search(folder, answers);
        RunReport report = report(folder, outcome);
        report.write(folder);
        if (json) {
            console.document(report.document());
        } else {
            console.result(RunSummary.of(report, folder).lines());
        }
        if (outcome.replayed() != null) {
            console.note(replayed(outcome.replayed()));
        }
        if (outcome.end() == Outcome.End.INTERRUPTED) {
            console.note("interrupted; the same command goes on:\n  " + command);
        }
        return exit(outcome.end()).code();
    }

    private Outcome search(RunFolder folder, Answers answers)
            throws IOException, InterruptedException {
        try (ErrorTerminal terminal = terminal()) {
            return search(folder, answers, display(terminal));
        } catch (EvaluatorFault
                | JournalException
                | SandboxException
                | ProviderDown
                | ProviderRefused stopped) {
            if (Files.exists(folder.journal())) {
                console.error(
                        "The run in %s pauses: %s"
                                .formatted(
                                        folder.path(),
                                        "once this is mended, the same command goes on with it."));
            }
            throw stopped;
        }
    }

    private Outcome search(RunFolder folder, Answers answers, Display display)
            throws InterruptedException {
        Campaign campaign = loaded.campaign();
        Stop stop = new Stop();
        Progress progress = new RunWatch(display, heading(folder), System::nanoTime);
        try (Interrupts _ = Interrupts.to(stop, display);
                Assembly assembly = Assembly.of(loaded.compiled(), campaign, isolation)) {
            Run run = new Run(campaign, folder.journal());
            return run.start(assembly, answers, new Watch(new Housekeeping(progress), stop));
        }
    }

    private static String replayed(Outcome.Replayed replay) {
        String how =
                replay.faithful()
                        ? "the plan is the recorded one: every decision was made again"
                        : "the plan has changed: %s of the answers had been given to other requests"
                                .formatted(Figures.count(replay.borrowed()));
        String end = replay.ranOut().isEmpty() ? "" : "; " + replay.ranOut();
        return "replayed %s answers; %s%s".formatted(Figures.count(replay.answers()), how, end);
    }

    private @Nullable ErrorTerminal terminal() {
        boolean wanted = console.talk().lively() && !console.talk().quiet();
        return wanted ? ErrorTerminal.find() : null;
    }

    private Display display(@Nullable ErrorTerminal terminal) {
        return terminal == null ? new LogDisplay(console) : new LiveDisplay(console, terminal);
    }

    private Scene.Heading heading(RunFolder folder) {
        Campaign campaign = loaded.campaign();
        String place =
                "%d islands, %d jobs, %s"
                        .formatted(campaign.evolution().islands(), campaign.jobs(), isolation);
        return new Scene.Heading(
                campaign.task().name(),
                folder.name(),
                campaign.seed(),
                campaign.task().objective(),
                place);
    }

    private RunReport report(RunFolder folder, Outcome outcome) {
        try (RunRecord record = SqliteJournal.read(folder.journal())) {
            Environment environment = Environment.here(sandbox(record), loaded.compiled().spared());
            Telling telling = new Telling(folder.path().toString(), command, environment);
            return RunReport.of(loaded.campaign(), outcome, record, telling);
        }
    }

    /// As the last session that searched wrote it down.
    private String sandbox(RunRecord record) {
        return record.notes().stream()
                .filter(note -> note.kind() == Note.Kind.SANDBOX)
                .map(Note::text)
                .reduce((_, last) -> last)
                .orElse(isolation.toString());
    }

    private static Exit exit(Outcome.End end) {
        return switch (end) {
            case FINISHED, TARGETS_REACHED -> Exit.FINISHED;
            case NO_VALID_CANDIDATE -> Exit.NO_VALID_CANDIDATE;
            case INTERRUPTED -> Exit.INTERRUPTED;
        };
    }
}
