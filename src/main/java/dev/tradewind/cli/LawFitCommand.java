package dev.tradewind.cli;

import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.sampling.Evidence;
import dev.tradewind.law.sampling.Inconclusive;
import dev.tradewind.law.sampling.SuccessFit;
import dev.tradewind.law.training.ChinchillaFit;
import dev.tradewind.report.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/// `tradewind law fit`: a law's numbers from measured ones.
@Command(
        name = "fit",
        description = {
            "Fits a scaling law to a table: estimates with 95 %% intervals, and what speaks for and"
                    + " against it.",
            "",
            "success: -ln p = e0 + a N^-g, from columns size (or params_b) with successes and"
                    + " trials, or with pass_pct, a rate in per cent. The unit of sizes is the"
                    + " table's own. A run counts what became of its rungs' proposals.",
            "",
            "chinchilla: L = E + A N^-alpha + B D^-beta, from columns N (parameters), D (tokens)"
                    + " and loss (nats a token) of trained models.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind law fit rungs.csv --kind success --json",
            "  ./tradewind law fit rates.csv --where family=Codex,benchmark=HumanEval,k=1 --at 70",
            "  ./tradewind law fit results/bin-packing/003",
            "  ./tradewind law fit trainings.csv --kind chinchilla"
        })
final class LawFitCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "<table or run>",
            description = "Tables whose first line names the columns, or folders of runs.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "<law>",
            description = "success or chinchilla; default: ${DEFAULT-VALUE}.",
            defaultValue = "success")
    private LawKind kind = LawKind.SUCCESS;

    @Option(
            names = "--where",
            split = ",",
            paramLabel = "<column>=<value>",
            description = "Rows to take; several must hold together.")
    private Map<String, String> where = new LinkedHashMap<>();

    @Option(
            names = "--level",
            paramLabel = "<level>",
            description =
                    "What counts as success in runs: scored, beat_parent or beat_best; default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "beat_parent")
    private Level level = Level.BEAT_PARENT;

    @Option(
            names = "--at",
            split = ",",
            paramLabel = "<size>",
            description = "Say what the law foretells there, with its 80 %% band.")
    private List<Double> sizes = new ArrayList<>();

    @Option(
            names = "--far",
            description = "Allow --at more than two orders of magnitude from the table's sizes.")
    private boolean far;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description = "The intervals' draws follow from it; default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "<file>", description = "Draw it into a file.")
    private Path svg = Path.of("");

    LawFitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try {
            switch (kind) {
                case SUCCESS -> success();
                case CHINCHILLA -> chinchilla();
            }
        } catch (Inconclusive open) {
            throw new UsageException("Nothing can be fitted: " + open.getMessage());
        }
        return Exit.FINISHED.code();
    }

    private void success() throws IOException {
        SuccessFit fit = SuccessFit.of(evidence(), new SplittableRandom(seed));
        FitDocument document = FitDocument.of(fit, SuccessReport.forecasts(fit, sizes, far));
        if (!svg.toString().isEmpty()) {
            Files.writeString(svg, SuccessReport.plot(fit).svg());
            console.note("drawn into " + svg);
        }
        if (json) {
            console.document(document);
        } else {
            console.result(SuccessReport.lines(document));
        }
    }

    private void chinchilla() throws IOException {
        if (!svg.toString().isEmpty() || !sizes.isEmpty()) {
            throw new UsageException(
                    "--svg and --at are for the success law. Leave them out with --kind"
                            + " chinchilla.");
        }
        ChinchillaDocument document =
                LawFitChinchilla.document(TrainingRows.of(rows()), ChinchillaFit.RESAMPLES, seed);
        if (json) {
            console.document(document);
        } else {
            LawFitChinchilla.tables(document).forEach(table -> console.result(table.text()));
            LawFitChinchilla.notes(document).forEach(console::note);
        }
    }

    private List<Evidence> evidence() throws IOException {
        if (files.stream().noneMatch(Files::isDirectory)) {
            return SuccessRows.of(rows());
        }
        if (!where.isEmpty()) {
            throw new UsageException("--where chooses rows of tables, not of runs.");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Path run : files) {
            evidence.addAll(RunRows.of(new RunFolder(run), level));
        }
        return evidence;
    }

    private List<CsvRow> rows() throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new UsageException(
                        file + " is a folder. Give tables, or runs, but not both at once.");
            }
            rows.addAll(CsvRow.read(file, where));
        }
        return rows;
    }
}
