package dev.tradewind.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The prompts there are.
public enum PromptName {
    /// The task and the rules: the first message of every conversation.
    SYSTEM,
    /// Asks for everything that may change, written anew.
    REWRITE,
    /// Asks for edits of the best parent.
    PATCH,
    /// Asks for one program that has the best of several.
    CROSS,
    /// Asks for a second try at what failed.
    REPAIR,
    /// Asks for an idea that was not tried yet.
    EXPLORE,
    /// Asks for advice on how to go on.
    REFLECT;

    private static final String ENDING = ".md";

    /// As written in journals and front matter, such as `patch`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Name of its file, such as `patch.md`.
    public String file() {
        return word() + ENDING;
    }

    /// What it may use.
    public List<Variable> variables() {
        return switch (this) {
            case SYSTEM -> Vocabulary.TASK;
            case REWRITE, PATCH, CROSS, EXPLORE -> Vocabulary.VERSIONS;
            case REPAIR -> Vocabulary.REPAIR;
            case REFLECT -> Vocabulary.REFLECTION;
        };
    }

    /// The prompt with this word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static PromptName of(String word) {
        return Arrays.stream(values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no prompt \"" + word + "\""));
    }
}
