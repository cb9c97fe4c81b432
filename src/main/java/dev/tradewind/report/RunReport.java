package dev.tradewind.report;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.program.Program;
import dev.tradewind.search.Outcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Everything the report of a run is made from.
///
/// @param document what the run came to
/// @param program the best program
/// @param search how the best value, or with several objectives the hypervolume, changed,
///   evaluation by evaluation
/// @param random the same for equally many random programs; empty when they were not run
/// @param beliefs what was believed of the rungs in its course; empty where nothing was
/// @param environment what it ran on
public record RunReport(
        RunDocument document,
        Program program,
        Curve search,
        Curve random,
        BeliefHistory beliefs,
        Environment environment) {

    /// What progress is drawn of when there are several objectives.
    private static final Objective HYPERVOLUME = Objective.maximise("hypervolume", "1");

    /// Puts together what a run came to.
    ///
    /// @param record the run's journal
    public static RunReport of(
            Campaign campaign, Outcome outcome, RunRecord record, Telling telling) {
        return new RunReport(
                new Summary(campaign, outcome, record).document(telling),
                outcome.best().program(),
                Curve.of(record, Line.SEARCH, outcome.start()),
                Curve.of(record, Line.RANDOM, outcome.start()),
                BeliefHistory.of(campaign.task().name(), record),
                telling.environment());
    }

    /// Writes page, picture, outcome and the best program's files into the run's folder, each file
    /// whole or not at all; the outcome last, because it says that the run ended.
    ///
    /// @throws UncheckedIOException when the disk does not take them
    public void write(RunFolder folder) {
        try {
            Files.createDirectories(folder.report());
            writeBest(folder);
            put(folder.environment(), Json.text(environment) + "\n");
            put(folder.report().resolve("progress.svg"), picture());
            if (!beliefs.isEmpty()) {
                put(folder.report().resolve(LawSection.SHARES), beliefs.shares());
                put(folder.report().resolve(LawSection.CHANCES), beliefs.chances());
            }
            if (document.hasFront()) {
                put(
                        folder.report().resolve(FrontChart.FILE),
                        new FrontChart(document, Objects.requireNonNull(document.front())).svg());
            }
            put(
                    folder.report().resolve("report.md"),
                    new RunPage(document, program, environment).markdown());
            put(folder.outcome(), Json.text(document) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("the report cannot be written", failure);
        }
    }

    private void writeBest(RunFolder folder) throws IOException {
        if (document.best() != null) {
            writeFiles(program, folder.best());
        }
    }

    /// Writes a program's files below a folder.
    ///
    /// @throws IOException when the disk does not take them
    public static void writeFiles(Program program, Path folder) throws IOException {
        for (Map.Entry<String, String> file : program.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            put(path, file.getValue());
        }
    }

    private String picture() {
        String title = "%s, seed %d".formatted(document.task(), document.seed());
        return document.hasFront()
                ? new ProgressChart(title, HYPERVOLUME, search, random, start()).svg()
                : new ProgressChart(title, document.objective(), search, random, levels()).svg();
    }

    /// What the seed covers, where both lines begin.
    private Map<String, Double> start() {
        return search.points().isEmpty()
                ? Map.of()
                : Map.of("seed", search.points().getFirst().value());
    }

    /// Classical programs by their value.
    private Map<String, Double> levels() {
        Objective objective = document.objective();
        Map<String, Double> levels = new LinkedHashMap<>();
        document.baselines()
                .forEach(
                        (name, values) -> {
                            Double value = values.get(objective.name());
                            if (value != null && !name.equals(RunDocument.RANDOM)) {
                                levels.put(name, value);
                            }
                        });
        return levels;
    }

    private static void put(Path file, String text) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
