package dev.tradewind.cli;

import dev.tradewind.campaign.ProgramReader;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A program as a user names it: a file, a folder, or a flight or id of a run.
///
/// @param run as for [Results#find]
record ProgramArgument(String named, Results results, String run) {

    private static final String RECORDED = "#?\\d{1,18}|[0-9a-f]{4,32}";

    /// @throws UsageException when there is no such program
    /// @throws dev.tradewind.campaign.CampaignException when its files cannot be read
    Program read(Task task) throws IOException {
        Path path = Path.of(named);
        if (Files.exists(path)) {
            return ProgramReader.read(path, task.seed());
        }
        if (!named.matches(RECORDED)) {
            throw new UsageException(
                    "%s does not exist. Name a file or folder, or a program of a run: #412."
                            .formatted(named));
        }
        try (OpenRun open = OpenRun.of(results.find(run))) {
            return open.find(named).program();
        }
    }
}
