package dev.tradewind.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `tradewind schema`: what may stand in a YAML file, for editors, and in the lines of JSON that a
/// task's own commands read and print.
@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema of task.yaml, of a campaign file, or of the lines that the"
                    + " commands of a task exchange with tradewind.",
            ""
        },
        footer = {"", "Example:", "  ./tradewind schema task > task.schema.json"})
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "<file>",
            description = "task, campaign or evaluator; default: task.")
    private File file = File.TASK;

    SchemaCommand(Console console) {
        this.console = console;
    }

    /// The files that have a schema.
    enum File {
        TASK,
        CAMPAIGN,
        EVALUATOR
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
