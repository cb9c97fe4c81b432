package dev.tradewind.campaign;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/// A mapping while it is being read. Every key asked for is thereby allowed; [#close] tells of the
/// others. What is wrong becomes a problem and reading goes on with the default.
final class Section {

    private final String path;
    private final Node.Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    /// @param path keys that lead here, with dots between; empty at the top
    Section(String path, Node.Mapping mapping, Problems problems) {
        this.path = path;
        this.mapping = mapping;
        this.problems = problems;
    }

    /// A value, made from its text.
    ///
    /// @param reading throws IllegalArgumentException, with what is wrong, to be read after the
    ///   text
    <T> T value(String key, T otherwise, Function<String, T> reading) {
        Node node = asked(key);
        return node == null ? otherwise : valueOf(key, node, otherwise, reading);
    }

    /// A value that must be there.
    <T> T required(String key, Function<String, T> reading, T otherwise) {
        return required(key, reading, otherwise, "");
    }

    /// The same, with a sentence that says what to give.
    <T> T required(String key, Function<String, T> reading, T otherwise, String fix) {
        if (!has(key)) {
            problems.add(place(), pathOf(key), ("is missing. " + fix).strip());
        }
        return value(key, otherwise, reading);
    }

    private @Nullable Node asked(String key) {
        known.add(key);
        return mapping.members().get(key);
    }

    private <T> T valueOf(String key, Node node, T otherwise, Function<String, T> reading) {
        if (!(node instanceof Node.Text(Place place, String text))) {
            problems.add(node.place(), pathOf(key), "has keys or items below it, not one value.");
            return otherwise;
        }
        if (text.isBlank()) {
            problems.add(place, pathOf(key), "has no value. Give one or leave the key out.");
            return otherwise;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException wrong) {
            problems.add(place, pathOf(key), quoted(text, wrong));
            return otherwise;
        }
    }

    private static String quoted(String text, IllegalArgumentException wrong) {
        String message = String.valueOf(wrong.getMessage());
        return message.startsWith("\"") ? message : "\"" + text + "\" " + message;
    }

    String text(String key, String otherwise) {
        return value(key, otherwise, text -> text);
    }

    /// Several values with commas between, or a list of them.
    List<String> texts(String key) {
        return switch (asked(key)) {
            case null -> List.of();
            case Node.Sequence sequence -> texts(key, sequence);
            case Node node ->
                    valueOf(key, node, List.of(), text -> List.of(text.strip().split("\\s*,\\s*")));
        };
    }

    private List<String> texts(String key, Node.Sequence sequence) {
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.items()) {
            valueOf(key, item, false, texts::add);
        }
        return texts;
    }

    /// Commands in a list: each a text, split at blanks, or a list of words. A single text is a
    /// list of one.
    List<List<String>> commands(String key) {
        return switch (asked(key)) {
            case null -> List.of();
            case Node.Text text -> List.of(words(key, text));
            case Node.Sequence sequence ->
                    sequence.items().stream().map(item -> words(key, item)).toList();
            case Node node -> {
                problems.add(node.place(), pathOf(key), "is no command and no list of commands.");
                yield List.of();
            }
        };
    }

    /// The words of one command; none when there is no such key.
    List<String> command(String key) {
        Node node = asked(key);
        return node == null ? List.of() : words(key, node);
    }

    private List<String> words(String key, Node command) {
        return switch (command) {
            case Node.Sequence sequence -> texts(key, sequence);
            case Node node ->
                    valueOf(key, node, List.of(), text -> List.of(text.strip().split("\\s+", -1)));
        };
    }

    /// The section below a key; an empty one when there is none.
    Section section(String key) {
        return switch (asked(key)) {
            case null -> new Section(pathOf(key), Node.Mapping.empty(place()), problems);
            case Node node -> sectionOf(key, node);
        };
    }

    private Section sectionOf(String key, Node node) {
        if (node instanceof Node.Mapping below) {
            return new Section(pathOf(key), below, problems);
        }
        problems.add(node.place(), pathOf(key), "has a value, where keys are expected below it.");
        return new Section(pathOf(key), Node.Mapping.empty(node.place()), problems);
    }

    /// The sections in a list; none when there is no list.
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        switch (asked(key)) {
            case null -> {}
            case Node.Sequence sequence ->
                    sequence.items().forEach(item -> sections.add(itemOf(key, item)));
            case Node node ->
                    problems.add(
                            node.place(), pathOf(key), "is no list. Start each item with \"-\".");
        }
        return sections;
    }

    /// An item that is one word stands for a section with that provider.
    private Section itemOf(String key, Node item) {
        Node full = item instanceof Node.Text ? Node.Mapping.of("provider", item) : item;
        return sectionOf(key, full);
    }

    /// All keys with their texts, whatever they are called.
    SequencedMap<String, String> entries() {
        SequencedMap<String, String> entries = new LinkedHashMap<>();
        for (String key : mapping.members().sequencedKeySet()) {
            String text = text(key, "");
            if (!text.isEmpty()) {
                entries.put(key, text);
            }
        }
        return entries;
    }

    /// All sections below, whatever they are called.
    SequencedMap<String, Section> sections() {
        SequencedMap<String, Section> sections = new LinkedHashMap<>();
        mapping.members().sequencedKeySet().forEach(key -> sections.put(key, section(key)));
        return sections;
    }

    boolean has(String key) {
        return mapping.members().containsKey(key);
    }

    /// Tells of a problem with the value of a key.
    void problem(String key, String what) {
        Node node = mapping.members().get(key);
        problems.add(node == null ? place() : node.place(), pathOf(key), what);
    }

    /// Tells of the keys nobody asked for.
    void close() {
        mapping.members()
                .forEach(
                        (key, node) -> {
                            if (!known.contains(key)) {
                                String fix = Suggestion.allowed(known, key);
                                problems.add(node.place(), pathOf(key), "unknown key. " + fix);
                            }
                        });
    }

    Node.Mapping mapping() {
        return mapping;
    }

    private Place place() {
        return mapping.place();
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
