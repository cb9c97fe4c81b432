package dev.tradewind.prompt;

import com.samskivert.mustache.Template;

import java.util.List;
import java.util.Map;

/// A prompt, read and checked.
///
/// @param purpose what it is for, one sentence
/// @param variables those it uses, as its file declares them
/// @param hash of its file, whatever its line ends: 32 hex digits
public record Prompt(
        PromptName name, String purpose, List<String> variables, String hash, Template template) {

    public Prompt {
        variables = List.copyOf(variables);
    }

    /// Its text with the blanks filled in, without blank lines around.
    ///
    /// @param values of at least its variables: texts, truth values, and lists of such maps
    public String render(Map<String, ?> values) {
        return template.execute(values).strip();
    }
}
