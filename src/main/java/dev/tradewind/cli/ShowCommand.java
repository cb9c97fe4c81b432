package dev.tradewind.cli;

import dev.tradewind.program.Difference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/// `tradewind show`: everything recorded of one program.
@Command(
        name = "show",
        description = {
            "Shows a program of a run: code, change since its first parent, descent, plan,"
                    + " result, and what became of it; where a language model was asked, also what"
                    + " was said and what it cost.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind show '#412'",
            "  ./tradewind show 3fa9c1 --run results/bin-packing/001",
            "  ./tradewind show '#412' --prompt"
        })
final class ShowCommand implements Callable<Integer> {

    private static final String SCHEMA = "tradewind/show/2";

    private final Console console;

    @Parameters(
            paramLabel = "<id>",
            description = "A flight such as 412 or '#412', the beginning of an id, or seed.")
    private String id = "";

    @Option(
            names = "--run",
            paramLabel = "<run>",
            description = "A run's folder or number; default: the latest.")
    private String run = "";

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(
            names = "--prompt",
            description =
                    "Print whole conversations with language models; default: of each the last"
                            + " question and the answer.")
    private boolean prompt;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ShowCommand(Console console) {
        this.console = console;
    }

    /// @param descent labels from the program to the seed
    /// @param difference to the first parent, unified; empty for the seed
    private record ShowDocument(
            String schema, FlightDocument program, List<String> descent, String difference) {}

    @Override
    public Integer call() throws IOException {
        try (OpenRun open = OpenRun.of(results.results().find(run))) {
            Recorded found = open.find(id);
            if (json) {
                console.document(document(open, found));
            } else {
                console.result(new FlightPage(open, found).lines());
                console.result(new ExchangePage(open, found, prompt).lines());
            }
        }
        return Exit.FINISHED.code();
    }

    private static ShowDocument document(OpenRun open, Recorded found) {
        List<Recorded> descent = open.descent(found);
        boolean changed =
                descent.size() > 1 && descent.stream().limit(2).allMatch(ShowCommand::hasCode);
        return new ShowDocument(
                SCHEMA,
                FlightDocument.of(open, found),
                descent.stream().map(Recorded::label).toList(),
                changed ? Difference.unified(descent.get(1).program(), found.program()) : "");
    }

    private static boolean hasCode(Recorded program) {
        return program.candidate().isPresent();
    }
}
