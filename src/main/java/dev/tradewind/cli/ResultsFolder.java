package dev.tradewind.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Where runs are kept: an option of every command that makes or reads one.
final class ResultsFolder {

    @Option(
            names = "--results",
            paramLabel = "<folder>",
            description = "Where runs are kept; default: results.")
    private Path folder = Path.of("results");

    Results results() {
        return new Results(folder);
    }
}
