package dev.tradewind.cli;

import dev.tradewind.bench.race.HeatFile;
import dev.tradewind.bench.race.Lanes;
import dev.tradewind.bench.race.Race;
import dev.tradewind.bench.race.RaceDocument;
import dev.tradewind.bench.race.Result;
import dev.tradewind.report.Environment;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Stop;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `tradewind law race`: policies on a real task.
@Command(
        name = "race",
        description = {
            "Races allocation policies on a real task: the same CPU time and the same instances for"
                    + " each, seed by seed.",
            "",
            "Scores are those of the best program on the validation instances where the budget was"
                    + " spent; what flights already in the air bring later does not count. A"
                    + " finished run is kept in <results>/<task>/race.jsonl: the same command goes"
                    + " on where it was interrupted, and prints a finished race again.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind law race evaluators/bin-packing --seeds 8 --budget '20 CPU s'",
            "  ./tradewind law race evaluators/bin-packing --policies uniform --no-fixed --json",
            "  ./tradewind law race evaluators/bin-packing --side-by-side 2 --svg race.svg"
        })
final class LawRaceCommand implements Callable<Integer> {

    private static final int MOST_LANES = 256;

    private final Console console;

    @Parameters(
            paramLabel = "<task or campaign.yaml>",
            description = "A task's folder, or a campaign file.")
    private Path target = Path.of("");

    @Mixin private final RaceOptions options = new RaceOptions();

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(
            names = "--target",
            paramLabel = "<score>",
            description =
                    "Validation score whose cost is compared; default: for each seed the median of"
                            + " what contestants came to.")
    private @Nullable Double score;

    @Option(
            names = "--side-by-side",
            paramLabel = "<count>",
            description =
                    "Runs at the same time; CPU time is what counts, though runs may still slow each"
                            + " other down. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int lanes;

    @Option(names = "--fresh", description = "Forget this race's runs and run all of them again.")
    private boolean fresh;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "<file>", description = "Draw it into a file.")
    private Path svg = Path.of("");

    LawRaceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Race race = options.race(target);
        Loaded loaded = Loaded.of(race.plan());
        Isolation isolation = RungChoice.of(options.sandbox(), console);
        HeatFile kept = kept(race);
        run(race, kept, campaign -> Assembly.of(loaded.compiled(), campaign, isolation));
        if (!Result.over(race, kept)) {
            console.note("interrupted; the same command goes on, but without --fresh");
            return Exit.INTERRUPTED.code();
        }
        tell(Result.of(race, kept, score), Environment.here(isolation.toString()));
        return Exit.FINISHED.code();
    }

    private void check() {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new UsageException(
                    "--side-by-side: %d is not a count from 1 to %d.".formatted(lanes, MOST_LANES));
        }
        if (score != null && !Double.isFinite(score)) {
            throw new UsageException("--target: %s is no score.".formatted(score));
        }
    }

    private HeatFile kept(Race race) throws IOException {
        Path file = results.results().root().resolve(race.plan().task().name());
        HeatFile kept = HeatFile.open(file.resolve("race.jsonl"));
        if (fresh) {
            kept.forget(race);
        }
        return kept;
    }

    private void run(Race race, HeatFile kept, Lanes.Assemblies assemblies)
            throws IOException, InterruptedException {
        Stop stop = new Stop();
        RaceProgress progress = new RaceProgress(console, System::nanoTime);
        progress.begins(kept.count(race), race);
        try (Interrupts _ = Interrupts.to(stop, new LogDisplay(console))) {
            new Lanes(lanes, assemblies, progress, stop).run(race, kept);
        }
    }

    private void tell(Result result, Environment machine) throws IOException {
        RaceDocument document = RaceDocument.of(result, machine);
        if (!svg.toString().isEmpty()) {
            Files.writeString(svg, result.plot().svg());
            console.note("drawn into " + svg);
        }
        if (json) {
            console.document(document);
        } else {
            console.result(RaceTable.lines(document));
        }
    }
}
