package dev.tradewind.campaign;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Task.Example;
import dev.tradewind.evaluation.Task.Expectation;
import dev.tradewind.program.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The programs in `examples/` and what `task.yaml` says must become of them. Both name the same
/// programs, or it is a problem.
final class ExampleFolder {

    private static final Expectation SCORED = new Expectation.Scored();
    private static final Map<String, Expectation> EXPECTATIONS = expectations();

    private ExampleFolder() {}

    /// @param expected outcome by folder below `examples`, such as `bad/endless-loop: FUEL`
    static List<Example> read(Path folder, Section expected, Problems problems) {
        List<Example> examples = new ArrayList<>();
        for (String name : expected.entries().sequencedKeySet()) {
            Expectation outcome =
                    expected.value(name, SCORED, text -> Scalars.word(text, EXPECTATIONS));
            SortedMap<String, String> files = ProgramReader.files(folder.resolve(name), problems);
            if (!files.isEmpty()) {
                examples.add(new Example(name, new Program(files), outcome));
            }
        }
        for (String name : present(folder, problems)) {
            if (!expected.has(name)) {
                expected.problem(name, "is in examples, but not what must become of it.");
            }
        }
        return examples;
    }

    private static Map<String, Expectation> expectations() {
        Map<String, Expectation> expectations = new LinkedHashMap<>();
        expectations.put("scored", SCORED);
        for (FailureCause cause : FailureCause.values()) {
            expectations.put(cause.name(), new Expectation.Failed(cause));
        }
        return Map.copyOf(expectations);
    }

    /// Names of the programs there are: folders two levels down.
    private static List<String> present(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            return paths.filter(Files::isDirectory)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            problems.add(folder + "  cannot be read: " + broken);
            return List.of();
        }
    }
}
