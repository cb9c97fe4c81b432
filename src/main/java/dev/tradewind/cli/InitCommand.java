package dev.tradewind.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `tradewind init`: a task to start from.
@Command(
        name = "init",
        description = {
            "Writes a small, complete task into a new folder: sequencing jobs on one machine. It"
                    + " runs as it is; change it into yours. Its campaign.yaml has a ladder of"
                    + " language models to be taken up.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./tradewind init evaluators/my-task",
            "  ./tradewind init evaluators/my-task --lang c"
        })
final class InitCommand implements Callable<Integer> {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final Console console;

    @Parameters(paramLabel = "<folder>", description = "New or empty; its name is the task's.")
    private Path folder = Path.of("");

    @Option(
            names = "--lang",
            paramLabel = "<language>",
            description = "Of the programs to be evolved: java, c or python; default: java.")
    private String language = "java";

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        requireLanguage();
        requireName();
        requireEmpty();
        TaskTemplate template = new TaskTemplate(language);
        for (String file : template.files()) {
            template.copy(file, folder);
        }
        template.copySchemas(folder);
        tell();
        return Exit.FINISHED.code();
    }

    private void requireLanguage() {
        if (!TaskTemplate.LANGUAGES.contains(language)) {
            throw new UsageException(
                    "--lang: \"%s\" is not known. There is a task to start from in: %s. A task in"
                                    .formatted(language, String.join(", ", TaskTemplate.LANGUAGES))
                            + " another language looks much like the one in c.");
        }
    }

    private void requireName() {
        String name = folder.toAbsolutePath().normalize().toFile().getName();
        if (!name.matches(NAME)) {
            throw new UsageException(
                    "\"%s\" is no name for a task. Allowed: letters, digits and any of . _ - after"
                                    .formatted(name)
                            + " the first.");
        }
    }

    private void requireEmpty() throws IOException {
        try (Stream<Path> inside = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            if (inside.findAny().isPresent()) {
                throw new UsageException(folder + " is not empty. Name a new folder.");
            }
            Files.createDirectories(folder);
        } catch (NotDirectoryException | FileAlreadyExistsException file) {
            throw new UsageException(file.getFile() + " is a file. Name a new folder.");
        }
    }

    private void tell() {
        String name = TaskSettings.quoted(folder.toString());
        String plan = TaskSettings.quoted(folder.resolve("campaign.yaml").toString());
        console.note("wrote a task into " + folder + "; task.md says what it is about. Next:");
        console.result("./tradewind check " + name);
        console.result("./tradewind run " + plan);
    }
}
