package dev.tradewind.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small complete task in a temporary folder, to be spoilt by tests.
record TaskFolder(Path path) {

    static final String YAML =
            """
            objectives:
              - name: error
                direction: minimise
            parameters:
              size:
                default: small
                allowed: [small, large]
            """;

    private static final String SEED =
            """
            class Answer {
                // EVOLVE-BLOCK-START
                int answer() { return 42; }
                // EVOLVE-BLOCK-END
            }
            """;

    static TaskFolder in(Path path) {
        return new TaskFolder(path)
                .with("task.yaml", YAML)
                .with("task.md", "Find the answer.")
                .with("seed/Answer.java", SEED)
                .with("evaluator/contract/Contract.java", "interface Contract {}")
                .with("evaluator/harness/Runs.java", "class Runs {}")
                .with("evaluator/scorer/Counts.java", "class Counts {}");
    }

    TaskFolder with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    TaskFolder with(String file, byte[] content) {
        try {
            Path target = path.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, content);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    TaskFolder without(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Adds lines to `task.yaml`; the first of them is line 8.
    TaskFolder saying(String yaml) {
        return with("task.yaml", YAML + yaml);
    }

    Campaign campaign(Setting... settings) {
        return CampaignReader.read(path, List.of(settings));
    }
}
