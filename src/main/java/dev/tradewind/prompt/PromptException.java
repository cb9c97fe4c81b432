package dev.tradewind.prompt;

import java.util.List;

/// Prompts that cannot be used as written. It lists everything that was found, each with its place,
/// the offending word, what is allowed, and a likely fix where there is one.
public final class PromptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    PromptException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// One line for each problem, such as `prompts/patch.md:12 {{parnets}}: unknown variable. …`.
    public List<String> problems() {
        return problems;
    }
}
