package dev.tradewind.prompt;

import dev.tradewind.prompt.Variable.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Holds every tag of a template against what is known where it stands.
final class TagCheck {

    /// What each item of a list knows of its place.
    private static final List<Variable> PLACES =
            List.of(
                    Variable.condition("-first", "it is the first"),
                    Variable.condition("-last", "it is the last"),
                    Variable.text("-index", "its number, from 1"));

    private final Set<String> declared;
    private final Findings findings;
    private final Deque<SequencedMap<String, Variable>> scopes = new ArrayDeque<>();
    private final Set<String> used = new LinkedHashSet<>();

    private TagCheck(List<Variable> known, Set<String> declared, Findings findings) {
        this.declared = declared;
        this.findings = findings;
        scopes.push(byName(known));
    }

    /// The variables a template uses, without those of list items.
    static Set<String> used(
            String template, List<Variable> known, Set<String> declared, Findings findings) {
        TagCheck check = new TagCheck(known, declared, findings);
        Tag.in(template).forEach(check::tag);
        return check.used;
    }

    private void tag(Tag tag) {
        switch (tag.sign()) {
            case "!" -> {}
            case "/" -> leave();
            case "#" -> enter(resolved(tag), true);
            case "^" -> enter(resolved(tag), false);
            case "" -> printed(tag, resolved(tag));
            default ->
                    findings.add(
                            tag.line(),
                            tag + ": a prompt has variables, sections and comments only.");
        }
    }

    private void leave() {
        if (scopes.size() > 1) {
            scopes.pop();
        }
    }

    private void enter(@Nullable Variable variable, boolean items) {
        SequencedMap<String, Variable> scope = new LinkedHashMap<>(scopes.getFirst());
        if (items && variable != null && variable.kind() == Kind.LIST) {
            scope.putAll(byName(variable.items()));
            scope.putAll(byName(PLACES));
        }
        scopes.push(scope);
    }

    private void printed(Tag tag, @Nullable Variable variable) {
        if (variable != null && variable.kind() != Kind.TEXT) {
            findings.add(
                    tag.line(),
                    "%s: is no text. Write {{#%s}} … {{/%s}} around what it is for."
                            .formatted(tag, tag.name(), tag.name()));
        }
    }

    private @Nullable Variable resolved(Tag tag) {
        Variable found = scopes.getFirst().get(tag.name());
        if (tag.name().isEmpty()) {
            findings.add(tag.line(), "{{: a tag is not closed, or empty. Write {{name}}.");
        } else if (found == null) {
            findings.add(tag.line(), tag + ": " + unknown(tag.name()));
        } else if (found.equals(scopes.getLast().get(tag.name())) && used.add(tag.name())) {
            declared(tag);
        }
        return found;
    }

    private String unknown(String name) {
        return scopes.getLast().values().stream()
                .filter(list -> list.items().stream().anyMatch(item -> item.name().equals(name)))
                .findFirst()
                .map(
                        list ->
                                "is known between {{#%1$s}} and {{/%1$s}} only."
                                        .formatted(list.name()))
                .orElseGet(
                        () ->
                                "unknown variable. "
                                        + Spelling.allowed(scopes.getFirst().keySet(), name));
    }

    private void declared(Tag tag) {
        if (!declared.contains(tag.name())) {
            findings.add(
                    tag.line(), tag + ": is not declared. Add it to \"variables\" at the top.");
        }
    }

    private static SequencedMap<String, Variable> byName(List<Variable> variables) {
        return variables.stream()
                .collect(
                        Collectors.toMap(
                                Variable::name,
                                Function.identity(),
                                (one, other) -> other,
                                LinkedHashMap::new));
    }
}
