package dev.tradewind.campaign;

import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a ladder that stands in a file of its own, as a campaign would.
public final class LadderReader {

    private static final String KEY = "ladder";

    private LadderReader() {}

    /// The ladder in a file with the key `ladder`.
    ///
    /// @throws CampaignException listing everything that is wrong
    public static Ladder read(Path file) {
        Problems problems = new Problems();
        if (!Files.isRegularFile(file)) {
            problems.add(file + "  is missing." + TextFile.siblings(file));
        }
        problems.throwIfAny();
        Section top = new Section("", YamlFile.read(file, problems), problems);
        Ladder ladder =
                LadderSection.read(
                        top,
                        path -> file.resolveSibling(path).toAbsolutePath().normalize(),
                        Ladder.BREEDING);
        if (!top.has(KEY)) {
            problems.add(file + "  has no key \"ladder\" with a list of rungs below it.");
        }
        top.close();
        problems.throwIfAny();
        return ladder;
    }
}
