package dev.tradewind.campaign;

import java.nio.file.Files;
import java.nio.file.Path;

/// A ladder kept in a file of its own, or given as one value: `ladder: my-ladder.yaml`, or on the
/// command line `--set 'ladder=[breeding, {provider: ollama, …}]'`.
final class LadderFile {

    private static final String KEY = "ladder";

    private LadderFile() {}

    /// The settings with the ladder's own text in place of its name.
    ///
    /// @param target the campaign's file or task; a ladder is looked for beside it and in the
    ///   working folder
    static Node.Mapping opened(Node.Mapping said, Path target, Problems problems) {
        return said.members().get(KEY) instanceof Node.Text(Place place, String text)
                ? said.without(KEY).under(ladder(place, text, target, problems))
                : said;
    }

    private static Node.Mapping ladder(Place place, String text, Path target, Problems problems) {
        if (text.startsWith("[")) {
            return YamlFile.parse(place, KEY + ": " + text, problems);
        }
        Path beside = target.resolveSibling(text);
        Path file = Files.exists(beside) ? beside : Path.of(text);
        Node.Mapping read = YamlFile.read(file, problems);
        Section only = new Section(file.toString(), read, problems);
        if (!only.has(KEY)) {
            problems.add(file + "  has no key \"ladder\" with a list of rungs below it.");
        }
        only.sections(KEY);
        only.close();
        return read;
    }
}
