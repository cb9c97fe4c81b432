package dev.tradewind.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `tradewind schema`: what may stand in a YAML file, for editors.
@Command(
        name = "schema",
        description = {"Prints the JSON Schema of task.yaml or of a campaign file.", ""},
        footer = {"", "Example:", "  ./tradewind schema task > task.schema.json"})
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "<file>",
            description = "task or campaign; default: task.")
    private File file = File.TASK;

    SchemaCommand(Console console) {
        this.console = console;
    }

    /// The files that have a schema.
    enum File {
        TASK,
        CAMPAIGN
    }

    @Override
    public Integer call() throws IOException {
        String name = "/schema/%s.schema.json".formatted(file.name().toLowerCase(Locale.ROOT));
        try (InputStream schema = SchemaCommand.class.getResourceAsStream(name)) {
            if (schema == null) {
                throw new IllegalStateException("every schema is in the jar: " + name);
            }
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            console.result(text.stripTrailing());
        }
        return Exit.FINISHED.code();
    }
}
