package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.CampaignWriter;
import dev.tradewind.sandbox.Isolation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
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
            "Example:",
            "  ./tradewind run evaluators/bin-packing --budget '60 s' --seed 7"
        })
final class RunCommand implements Callable<Integer> {

    private static final String PLAN_SCHEMA = "tradewind/plan/1";

    private final Console console;

    @Parameters(
            paramLabel = "<task or campaign.yaml>",
            description = "A task's folder, or a campaign file.")
    private Path target = Path.of("");

    @Mixin private final Settings settings = new Settings();

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(
            names = "--run",
            paramLabel = "<name>",
            description = "The run to begin or go on with; default: numbered.")
    private String run = "";

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
        Campaign campaign = CampaignReader.read(target, settings.said());
        return dryRun ? show(campaign) : run(campaign);
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

    private int run(Campaign campaign) throws IOException, InterruptedException {
        Loaded loaded = Loaded.of(campaign);
        try (Berth berth = berth(campaign)) {
            Isolation isolation = RungChoice.of(settings.sandbox(), console);
            RunSession session = new RunSession(loaded, isolation, command(campaign), console);
            return session.run(berth, json);
        }
    }

    private Berth berth(Campaign campaign) throws IOException {
        Results folder = results.results();
        return run.isEmpty() ? folder.berth(campaign) : folder.berth(campaign, run);
    }

    /// What starts the same run again.
    private String command(Campaign campaign) {
        return "./tradewind run %s --seed %d%s"
                .formatted(
                        TaskSettings.quoted(target.toString()), campaign.seed(), settings.typed());
    }
}
