package dev.tradewind.cli;

import dev.tradewind.evaluation.Evaluation.Failed;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.program.Program;
import dev.tradewind.report.Table;
import dev.tradewind.sandbox.Isolation;
import dev.tradewind.search.Assembly;

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

/// `tradewind evaluate`: what one program is worth.
@Command(
        name = "evaluate",
        description = {
            "Evaluates one program in the sandbox.",
            "",
            "Without --data: its objectives on the task's validation instances, and on each of the"
                    + " task's test sets. With --data: its objectives over all the files together,"
                    + " and on each of them.",
            "",
            "Ends with 4 when the program has no score.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind evaluate evaluators/bin-packing my/Heuristic.java",
            "  ./tradewind evaluate evaluators/bin-packing '#412' --data a.txt b.txt"
                    + " --certificate bins.txt"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "<task>",
            description = "A task's folder, or a campaign file.")
    private Path target = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "<program>",
            description = "A file, a folder, or a flight or id of a run, such as '#412'.")
    private String program = "";

    @Option(
            names = "--data",
            arity = "1..*",
            paramLabel = "<file>",
            description = "Instance files in the task's format, instead of its own instances.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--certificate",
            paramLabel = "<file>",
            description =
                    "Write what the program did there: one line per instance, over all sets in"
                            + " order; for bin packing the bin of each item.")
    private @Nullable Path certificate;

    @Option(
            names = "--run",
            paramLabel = "<run>",
            description = "The run a flight or id belongs to; default: the latest.")
    private String run = "";

    @Mixin private final TaskSettings settings = new TaskSettings();

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requireFiles();
        Loaded loaded = Loaded.of(target, settings.said());
        Program read = new ProgramArgument(program, results.results(), run).read(loaded.task());
        Isolation isolation = RungChoice.of(settings.sandbox(), console);
        Appraisal appraisal;
        try (Assembly assembly =
                Assembly.of(loaded.compiled(), loaded.campaign().seed(), 1, isolation)) {
            Appraiser appraiser = new Appraiser(assembly, certificate != null);
            appraisal = data.isEmpty() ? appraiser.own(read) : appraiser.brought(read, data);
        }
        tell(loaded, read, appraisal);
        return appraisal.scored() ? Exit.FINISHED.code() : Exit.NO_VALID_CANDIDATE.code();
    }

    private void requireFiles() {
        for (Path file : data) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("--data: there is no file " + file + ".");
            }
        }
        Path folder = certificate == null ? null : certificate.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException("--certificate: there is no folder " + folder + ".");
        }
    }

    private void tell(Loaded loaded, Program read, Appraisal appraisal) throws IOException {
        if (certificate != null && appraisal.scored()) {
            WholeFile.write(certificate, appraisal.certificates());
            console.note("wrote " + certificate);
        }
        if (json) {
            console.document(AppraisalDocument.of(loaded.task(), read, appraisal));
        } else {
            console.result(lines(ScoreText.of(loaded.task()), appraisal));
        }
    }

    private List<String> lines(ScoreText words, Appraisal appraisal) {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (appraisal.overall()) {
                    case Scored scored ->
                            "scored  %s  (%s)"
                                    .formatted(
                                            words.phrase(scored),
                                            data.isEmpty() ? "validation" : "all files");
                    case Failed failed -> "failed  " + words.phrase(failed);
                });
        String heading = words.heading();
        lines.addAll(
                new Table(
                                List.of("set", heading),
                                appraisal.sets().entrySet().stream()
                                        .map(
                                                set ->
                                                        List.of(
                                                                set.getKey(),
                                                                words.cell(set.getValue())))
                                        .toList())
                        .text());
        return lines;
    }
}
