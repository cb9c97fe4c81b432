package dev.tradewind.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A ladder kept in a file of its own, or given as one value: `ladder: my-ladder.yaml`, or on the
/// command line `--set 'ladder=[breeding, {provider: ollama, …}]'`.
final class LadderFile {

    private static final String KEY = "ladder";

    private LadderFile() {}

    /// The settings with the ladder's own text in place of its name.
    ///
    /// @param target the campaign's file or task; a ladder is looked for in the task's folder,
    ///   beside the target and in the working folder
    static Node.Mapping opened(Node.Mapping said, Path target, Problems problems) {
        return said.members().get(KEY) instanceof Node.Text(Place place, String text)
                ? said.without(KEY).under(ladder(place, text, target, problems))
                : said;
    }

    private static Node.Mapping ladder(Place place, String text, Path target, Problems problems) {
        if (text.startsWith("[")) {
            return YamlFile.parse(place, KEY + ": " + text, problems);
        }
        Path near = Files.isDirectory(target) ? target.resolve(text) : target.resolveSibling(text);
        Optional<Path> file =
                Stream.of(near, target.resolveSibling(text), Path.of(text))
                        .filter(Files::isRegularFile)
                        .findFirst();
        if (file.isEmpty()) {
            problems.add(place, KEY, missing(text, near));
            return Node.Mapping.empty(place);
        }
        return read(file.get(), problems);
    }

    private static String missing(String text, Path beside) {
        if (text.isBlank()) {
            return "has no value. Give a list of rungs, or the file that holds one.";
        }
        String fix =
                LadderSection.providers().contains(text)
                        ? " Maybe you meant \"[" + text + "]\"."
                        : TextFile.siblings(beside);
        return "\"%s\" is neither a list of rungs nor a file that holds one: there is no %s.%s"
                .formatted(text, beside, fix);
    }

    private static Node.Mapping read(Path file, Problems problems) {
        int before = problems.count();
        Node.Mapping read = YamlFile.read(file, problems);
        Section only = new Section("", read, problems);
        only.sections(KEY);
        if (problems.count() == before && !only.has(KEY)) {
            problems.add(file + "  has no key \"ladder\" with a list of rungs below it.");
        }
        only.close();
        return read;
    }
}
