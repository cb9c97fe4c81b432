package dev.tradewind.prompt;

import java.util.List;

/// A blank of a prompt that the engine fills in.
///
/// @param meaning for those who write prompts
/// @param items what each item of a list has; empty for the other kinds
public record Variable(String name, Kind kind, String meaning, List<Variable> items) {

    /// What a variable holds, which decides how it may be used.
    public enum Kind {
        /// Printed with `{{name}}`; `{{#name}} … {{/name}}` is left out when it is empty.
        TEXT,
        /// `{{#name}} … {{/name}}` is printed when it holds, `{{^name}} … {{/name}}` otherwise.
        CONDITION,
        /// `{{#name}} … {{/name}}` is printed for each item.
        LIST
    }

    public Variable {
        items = List.copyOf(items);
    }

    static Variable text(String name, String meaning) {
        return new Variable(name, Kind.TEXT, meaning, List.of());
    }

    static Variable condition(String name, String meaning) {
        return new Variable(name, Kind.CONDITION, meaning, List.of());
    }

    static Variable list(String name, String meaning, Variable... items) {
        return new Variable(name, Kind.LIST, meaning, List.of(items));
    }
}
