package dev.tradewind.cli;

import dev.tradewind.campaign.LadderReader;
import dev.tradewind.law.sampling.PriorLaw;
import dev.tradewind.law.sampling.SuccessLaw;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `tradewind law plan`: which rung of a ladder to ask, before anything was tried.
@Command(
        name = "plan",
        description = {
            "Says which rung of a ladder is worth its cost before anything was tried, and how sure"
                    + " that is, counted in dollars, seconds and FLOP.",
            "",
            "Believes what published model families have in common; how far they differ is the"
                    + " band. A run finds out more.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind law plan ladder.yaml --evaluation-cost '2 CPU s' --budget '5 USD'",
            "  ./tradewind law plan ladder.yaml --law 0.9,0.79,0.3 --json"
        })
final class LawPlanCommand implements Callable<Integer> {

    private static final String PUBLISHED =
            "mean of the laws of published families, fitted from the shipped table of pass rates";
    private static final int NUMBERS = 3;

    private final Console console;

    @Parameters(
            paramLabel = "<ladder.yaml>",
            description = "A ladder, as campaigns name it: rungs with size and price.")
    private Path file = Path.of("");

    @Mixin private final PlanAssumptions assumed = new PlanAssumptions();

    @Option(
            names = "--budget",
            paramLabel = "<amount>",
            description = "Say what it buys: '5 USD', '2 h', '1000 evaluations'.")
    private String budget = "";

    @Option(
            names = "--demand",
            paramLabel = "<count>",
            description = "Say what so many improvements cost.")
    private double demand;

    @Option(
            names = "--by",
            paramLabel = "<unit>",
            description = "What decides: usd, seconds or flop; default: usd where any are asked.")
    private @Nullable PlanUnit by;

    @Option(
            names = "--law",
            split = ",",
            paramLabel = "<number>",
            description =
                    "e0,a,g of -ln p = e0 + a N^-g with N in billions, as from 'law fit', in place"
                            + " of the published ones.")
    private List<Double> law = new ArrayList<>();

    @Option(
            names = "--gain-growth",
            paramLabel = "<number>",
            description =
                    "Improvements of a larger rung gain more, as size to this power; default,"
                            + " assumed: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private double growth;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "<file>", description = "Draw it into a file.")
    private Path svg = Path.of("");

    LawPlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check();
        PlanLadder ladder = PlanLadder.of(LadderReader.read(file), assumed);
        PlanMaker maker =
                new PlanMaker(ladder, prior(), law.isEmpty() ? PUBLISHED : "--law", growth);
        PlanDocument document = maker.plan(by, budget, demand);
        if (!svg.toString().isEmpty()) {
            Files.writeString(svg, PlanReport.plot(document).svg());
            console.note("drawn into " + svg);
        }
        if (json) {
            console.document(document);
        } else {
            console.result(PlanReport.lines(document));
        }
        return Exit.FINISHED.code();
    }

    private void check() {
        assumed.check();
        atLeastNothing("--demand", demand);
        atLeastNothing("--gain-growth", growth);
    }

    private static void atLeastNothing(String option, double number) {
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw new UsageException(
                    "%s: is a number of at least 0, not %s.".formatted(option, number));
        }
    }

    private PriorLaw prior() {
        PriorLaw published = PriorLaw.published();
        if (law.isEmpty()) {
            return published;
        }
        if (law.size() != NUMBERS) {
            throw new UsageException(
                    "--law: takes three numbers e0,a,g, such as 0.9,0.79,0.3, not %d."
                            .formatted(law.size()));
        }
        try {
            return published.centredOn(new SuccessLaw(law.get(0), law.get(1), law.get(2)));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--law: " + wrong.getMessage() + ".");
        }
    }
}
