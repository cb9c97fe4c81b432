package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.CampaignWriter;
import dev.tradewind.proposer.ProviderRefused;
import dev.tradewind.proposer.chat.ChatRung;
import dev.tradewind.proposer.chat.Keys;
import dev.tradewind.report.RunFolder;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.search.Answers;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `tradewind run`: evolves programs until the budget is spent.
@Command(
        name = "run",
        description = {
            "Evolves programs for a task until the budget is spent.",
            "",
            "An unfinished run with the same plan is gone on with. Ctrl-C finishes what is in"
                    + " flight and ends; twice, it ends at once. Either way the same command goes"
                    + " on later.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind run evaluators/bin-packing --budget '60 s' --seed 7",
            "  ./tradewind run evaluators/bin-packing --set ladder=ladder.yaml --budget '5 USD'",
            "  ./tradewind run --replay results/bin-packing/002"
        })
final class RunCommand implements Callable<Integer> {

    private static final String PLAN_SCHEMA = "tradewind/plan/1";

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "<task or campaign.yaml>",
            description = "A task's folder, or a campaign file; default: the replayed run's plan.")
    private @Nullable Path target;

    @Mixin private final Settings settings = new Settings();

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(
            names = "--run",
            paramLabel = "<name>",
            description = "The run to begin or go on with; default: numbered.")
    private String run = "";

    @Option(
            names = "--replay",
            paramLabel = "<run>",
            description =
                    "Ask no language model: give the answers a run recorded once more. With that"
                            + " run's plan each of its decisions is made again; with another plan,"
                            + " until the recording has no more answers.")
    private String replay = "";

    @Option(
            names = "--json",
            description = "Print what it came to as one JSON document, last on standard output.")
    private boolean json;

    @Option(names = "--dry-run", description = "Print the plan, every default written out, only.")
    private boolean dryRun;

    RunCommand(Console console) {
        this.console = console;
    }

    /// A plan, not carried out.
    private record PlanDocument(String schema, String task, String campaign) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path plan = plan();
        Campaign campaign = CampaignReader.read(plan, settings.said());
        return dryRun ? show(campaign) : run(campaign, answers(campaign, plan));
    }

    private Path plan() throws IOException {
        if (target != null) {
            return target;
        }
        if (replay.isEmpty()) {
            throw new UsageException(
                    "nothing to run: name a task's folder or a campaign file, such as"
                            + " evaluators/bin-packing.");
        }
        return results.results().find(replay).plan();
    }

    private Answers answers(Campaign campaign, Path plan) throws IOException {
        if (!replay.isEmpty()) {
            return new Answers.Recorded(recorded());
        }
        if (settings.offline() && !campaign.ladder().models().isEmpty()) {
            throw new UsageException(
                    "--offline: rung %s is a language model. Leave out --offline, or the rung, or"
                                    .formatted(campaign.ladder().models().getFirst().name())
                            + " replay a recorded run with --replay.");
        }
        Path beside = Files.isDirectory(plan) ? plan : plan.resolveSibling("");
        Keys keys = Keys.of(System.getenv(), beside);
        campaign.ladder().models().forEach(rung -> requireKey(rung.model(), keys));
        return new Answers.Live(keys);
    }

    /// A key that is missing is told of before anything is written.
    private static void requireKey(ChatRung rung, Keys keys) {
        try {
            var _ = keys.key(rung.keyVariable());
        } catch (ProviderRefused missing) {
            throw new UsageException("rung %s: %s".formatted(rung.name(), missing.getMessage()));
        }
    }

    private Path recorded() throws IOException {
        RunFolder folder = results.results().find(replay);
        if (!Files.exists(folder.journal())) {
            throw new UsageException(
                    "--replay: %s has not begun: it has no journal.".formatted(folder.path()));
        }
        return folder.journal();
    }

    private int show(Campaign campaign) {
        String plan = CampaignWriter.text(campaign, Path.of("")).stripTrailing();
        if (json) {
            console.document(new PlanDocument(PLAN_SCHEMA, campaign.task().name(), plan + "\n"));
        } else {
            console.result(plan);
        }
        return Exit.FINISHED.code();
    }

    private int run(Campaign campaign, Answers answers) throws IOException, InterruptedException {
        Loaded loaded = Loaded.of(campaign);
        try (Berth berth = berth(campaign)) {
            Isolation isolation = RungChoice.of(settings.sandbox(), console);
            String command = command(campaign, berth);
            RunSession session = new RunSession(loaded, isolation, command, console);
            return session.run(berth, answers, json);
        }
    }

    /// A replay is a run of its own, never the going on of another.
    private Berth berth(Campaign campaign) throws IOException {
        Results folder = results.results();
        if (!run.isEmpty()) {
            return folder.berth(campaign, run);
        }
        return replay.isEmpty() ? folder.berth(campaign) : folder.fresh(campaign);
    }

    /// What starts the same run again.
    private String command(Campaign campaign, Berth berth) {
        String what =
                (target == null ? "" : " " + TaskSettings.quoted(target.toString()))
                        + (replay.isEmpty() ? "" : " --replay " + TaskSettings.quoted(replay))
                        + (replay.isEmpty() ? "" : " --run " + berth.folder().name());
        return "./tradewind run%s --seed %d%s".formatted(what, campaign.seed(), settings.typed());
    }
}
