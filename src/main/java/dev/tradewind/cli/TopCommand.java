package dev.tradewind.cli;

import dev.tradewind.program.Candidate;
import dev.tradewind.report.Figures;
import dev.tradewind.report.Table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `tradewind top`: the best programs of a run.
@Command(
        name = "top",
        description = {
            "Lists the best programs of a run, by validation, then by training, the shorter first."
                    + " With several objectives front by front, the ends of each first.",
            ""
        },
        footer = {"", "Example:", "  ./tradewind top results/bin-packing/001 -n 20"})
final class TopCommand implements Callable<Integer> {

    private static final String SCHEMA = "tradewind/top/2";
    private static final int MOST = 10_000;

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "<run>",
            description = "A run's folder or number; default: the latest.")
    private String run = "";

    @Option(names = "-n", paramLabel = "<count>", description = "How many; default: 10.")
    private int count = 10;

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    TopCommand(Console console) {
        this.console = console;
    }

    private record TopDocument(String schema, String run, List<FlightDocument> programs) {}

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > MOST) {
            throw new UsageException("-n: %d is not a count from 1 to %,d.".formatted(count, MOST));
        }
        try (OpenRun open = OpenRun.of(results.results().find(run))) {
            List<Recorded> top = open.top(count);
            if (json) {
                console.document(
                        new TopDocument(
                                SCHEMA,
                                open.name(),
                                top.stream().map(one -> FlightDocument.row(open, one)).toList()));
            } else {
                tell(open, top);
            }
        }
        return Exit.FINISHED.code();
    }

    private void tell(OpenRun open, List<Recorded> top) {
        if (top.isEmpty()) {
            console.note("no program of %s has a score yet.".formatted(open.name()));
            return;
        }
        ScoreText words = open.words();
        String each = open.objectives().size() > 1 ? " " + words.heading() : "";
        boolean paid = top.stream().anyMatch(one -> open.cost(one).models().calls() > 0);
        List<String> heading =
                new ArrayList<>(
                        List.of("flight", "id", "validation" + each, "training" + each, "size"));
        if (paid) {
            heading.addAll(List.of("USD", "descent USD"));
        }
        heading.add("operator");
        console.result(
                new Table(heading, top.stream().map(one -> row(open, one, words, paid)).toList())
                        .text());
    }

    private static List<String> row(OpenRun open, Recorded program, ScoreText words, boolean paid) {
        List<String> row = new ArrayList<>();
        row.add(program.label());
        row.add(program.candidate().map(one -> one.id().brief()).orElse(Figures.NONE));
        row.add(program.validation().map(words::cell).orElse(Figures.NONE));
        row.add(program.training().map(words::cell).orElse(Figures.NONE));
        row.add(program.candidate().map(TopCommand::size).orElse(Figures.NONE));
        if (paid) {
            row.add(Figures.money(open.cost(program).money()));
            row.add(Figures.money(open.descentCost(program).money()));
        }
        row.add(program.candidate().map(one -> one.descent().operator()).orElse(Figures.NONE));
        return row;
    }

    private static String size(Candidate candidate) {
        return Figures.count(candidate.program().length());
    }
}
