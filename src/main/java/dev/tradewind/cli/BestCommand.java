package dev.tradewind.cli;

import dev.tradewind.report.RunReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `tradewind best`: the best program of a run.
@Command(
        name = "best",
        description = {
            "Prints the best program of a run, or writes its files. With several objectives: the"
                    + " front, the programs none of which another one is preferred to.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind best results/bin-packing/001",
            "  ./tradewind best 001 --out my-heuristic"
        })
final class BestCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "<run>",
            description = "A run's folder or number; default: the latest.")
    private String run = "";

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            description =
                    "Write the program's files there instead of printing them; of a front each"
                            + " program's below its id.")
    private @Nullable Path out;

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(names = "--json", description = "Print the program's record as one JSON document.")
    private boolean json;

    BestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (OpenRun open = OpenRun.of(results.results().find(run))) {
            if (open.objectives().size() > 1) {
                new FrontPage(open, console).tell(out, json);
                return Exit.FINISHED.code();
            }
            Recorded best = open.best();
            if (out != null) {
                RunReport.writeFiles(best.program(), out);
                console.note("wrote " + String.join(", ", best.program().files().keySet()));
            }
            if (json) {
                console.document(FlightDocument.of(open, best));
            } else {
                FlightPage page = new FlightPage(open, best);
                page.summary().forEach(console::note);
                if (out == null) {
                    console.result(page.code());
                }
            }
        }
        return Exit.FINISHED.code();
    }
}
