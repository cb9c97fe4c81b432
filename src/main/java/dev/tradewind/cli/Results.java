package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignException;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.CampaignWriter;
import dev.tradewind.campaign.PlanDifference;
import dev.tradewind.report.RunFolder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder where runs are kept: finds the one to go on with, makes new ones, and keeps two
/// processes out of the same run.
///
/// @param root `results` unless the user says otherwise
record Results(Path root) {

    /// The unfinished run with the same plan that nobody else is running, or a new one.
    ///
    /// @throws UsageException when no folder can be made
    Berth berth(Campaign campaign) throws IOException {
        Path runs = runs(campaign);
        for (RunFolder folder : RunFolder.of(runs).reversed()) {
            if (!folder.finished() && samePlan(folder, campaign)) {
                Berth berth = Berth.of(folder, true);
                if (berth != null) {
                    return berth;
                }
            }
        }
        return fresh(campaign);
    }

    /// A new run.
    ///
    /// @throws UsageException when no folder can be made
    Berth fresh(Campaign campaign) throws IOException {
        Path runs = runs(campaign);
        return begin(made(() -> RunFolder.create(runs)), campaign);
    }

    /// The run of that name, to go on with or to begin.
    ///
    /// @throws UsageException when it is finished, has another plan, or is being run, or no folder
    ///   can be made
    Berth berth(Campaign campaign, String name) throws IOException {
        RunFolder folder = new RunFolder(runs(campaign).resolve(name));
        if (!Files.exists(folder.plan())) {
            return begin(
                    made(() -> new RunFolder(Files.createDirectories(folder.path()))), campaign);
        }
        requireSamePlan(folder, campaign);
        if (folder.finished()) {
            throw new UsageException(
                    folder.path() + " is finished. Leave out --run to begin a new run.");
        }
        return held(folder, true);
    }

    /// The run a user means: a folder, a number within the only or latest task, or the latest run
    /// when nothing is said.
    ///
    /// @throws UsageException when there is none
    RunFolder find(String name) throws IOException {
        RunFolder folder = new RunFolder(Path.of(name));
        if (!name.isEmpty() && Files.exists(folder.plan())) {
            return folder;
        }
        List<RunFolder> runs = latestFirst();
        return runs.stream()
                .filter(
                        run ->
                                name.isEmpty()
                                        || run.name().equals(name)
                                        || run.path().endsWith(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(absent(name, runs)));
    }

    private Path runs(Campaign campaign) {
        return root.resolve(campaign.task().name());
    }

    private String absent(String name, List<RunFolder> runs) {
        if (runs.isEmpty()) {
            return "there is no run below %s/. Begin one with 'tradewind run <task>', or say"
                            .formatted(root)
                    + " where runs are with --results.";
        }
        return "there is no run %s below %s/. The latest is %s."
                .formatted(name, root, runs.getFirst().path());
    }

    private List<RunFolder> latestFirst() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> tasks = Files.list(root)) {
            return tasks.filter(Files::isDirectory)
                    .flatMap(task -> RunFolder.of(task).stream())
                    .sorted(Comparator.comparingLong(Results::changed).reversed())
                    .toList();
        }
    }

    private static long changed(RunFolder folder) {
        return Stream.of(folder.journal(), folder.plan(), folder.outcome())
                .mapToLong(file -> file.toFile().lastModified())
                .max()
                .orElse(0);
    }

    /// Makes a folder.
    private interface Making {
        RunFolder make() throws IOException;
    }

    private RunFolder made(Making making) throws IOException {
        try {
            return making.make();
        } catch (AccessDeniedException | FileAlreadyExistsException refused) {
            throw unwritable(refused);
        } catch (FileSystemException refused) {
            if ("Not a directory".equals(refused.getReason())) {
                throw unwritable(refused);
            }
            throw refused;
        }
    }

    private UsageException unwritable(FileSystemException refused) {
        String reason = refused.getReason() == null ? "no access, or a file" : refused.getReason();
        return new UsageException(
                "no run can be written below %s/: %s (%s). Name another folder with --results."
                        .formatted(root, refused.getFile(), reason));
    }

    private static Berth begin(RunFolder folder, Campaign campaign) throws IOException {
        try {
            Files.writeString(folder.plan(), CampaignWriter.text(campaign, folder.path()));
            return held(folder, false);
        } catch (IOException full) {
            Berth.remove(folder);
            throw full;
        }
    }

    private static Berth held(RunFolder folder, boolean resumed) throws IOException {
        Berth berth = Berth.of(folder, resumed);
        if (berth == null) {
            throw new UsageException(folder.path() + " is being run by another process.");
        }
        return berth;
    }

    /// A plan that cannot be read any more is another one.
    private static boolean samePlan(RunFolder folder, Campaign campaign) {
        try {
            return difference(folder, campaign).isEmpty();
        } catch (CampaignException unreadable) {
            return false;
        }
    }

    private static void requireSamePlan(RunFolder folder, Campaign campaign) {
        List<String> difference = difference(folder, campaign);
        if (!difference.isEmpty()) {
            throw new UsageException(
                    "%s was begun with another plan. Leave out --run to begin a new run, or undo:\n  %s"
                            .formatted(folder.path(), String.join("\n  ", difference)));
        }
    }

    private static List<String> difference(RunFolder folder, Campaign campaign) {
        return PlanDifference.of(CampaignReader.read(folder.plan(), List.of()), campaign);
    }
}
