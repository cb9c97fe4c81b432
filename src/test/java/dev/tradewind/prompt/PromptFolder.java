package dev.tradewind.prompt;

import org.assertj.core.api.Assertions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A campaign's own prompts in a temporary folder.
record PromptFolder(Path path) {

    /// A `repair.md` with these lines below its front matter; the first of them is line 5.
    PromptFolder repair(String variables, String template) {
        return with(
                "repair.md",
                "---\npurpose: Mends.\nvariables: [" + variables + "]\n---\n" + template);
    }

    PromptFolder with(String file, String text) {
        try {
            Files.writeString(path.resolve(file), text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Prompt repair() {
        return PromptLibrary.over(path).prompt(PromptName.REPAIR);
    }

    Prompt rewrite() {
        return PromptLibrary.over(path).prompt(PromptName.REWRITE);
    }

    /// What is wrong with it, without the folder's name.
    List<String> problems() {
        PromptException refused =
                Assertions.catchThrowableOfType(
                        PromptException.class, () -> PromptLibrary.over(path));
        Assertions.assertThat(refused).as("nothing is wrong").isNotNull();
        return refused.problems().stream().map(problem -> problem.replace(path + "/", "")).toList();
    }
}
