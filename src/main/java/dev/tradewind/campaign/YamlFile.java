package dev.tradewind.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads a YAML file into nodes that know their lines. All values are kept as written; what they
/// mean is for the reader of a key to say.
final class YamlFile {

    private final String name;
    private final YAMLParser parser;
    private final Problems problems;

    private YamlFile(String name, YAMLParser parser, Problems problems) {
        this.name = name;
        this.parser = parser;
        this.problems = problems;
    }

    /// The mapping a file holds; an empty one when it cannot be read, which is then a problem.
    static Node.Mapping read(Path file, Problems problems) {
        return parse(Place.of(file.toString()), TextFile.read(file, problems), problems);
    }

    /// The same of a text.
    static Node.Mapping parse(Place start, String text, Problems problems) {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            return new YamlFile(start.file(), parser, problems).root(start);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            String why = broken.getOriginalMessage().lines().findFirst().orElse("");
            problems.add(new Place(start.file(), line) + "  is not YAML: " + why);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
        return Node.Mapping.empty(start);
    }

    private Node.Mapping root(Place start) throws IOException {
        if (parser.nextToken() == null) {
            return Node.Mapping.empty(start);
        }
        if (node(start) instanceof Node.Mapping mapping) {
            return mapping;
        }
        problems.add(start + "  holds no keys. Start a line with one, as in \"budget: 60 s\".");
        return Node.Mapping.empty(start);
    }

    /// The value the parser stands on, up to its last token.
    private Node node(Place place) throws IOException {
        @Nullable JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(place);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(place);
        }
        if (parser.isCurrentAlias()) {
            problems.add(place + "  uses a YAML alias, which is not allowed. Write the value out.");
        }
        String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
        return new Node.Text(place, text);
    }

    private Node.Mapping mapping(Place place) throws IOException {
        SequencedMap<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Place here = here();
            parser.nextToken();
            if (members.put(key, node(here)) != null) {
                problems.add(here, key, "is there twice. Keep one.");
            }
        }
        return new Node.Mapping(place, members);
    }

    private Node.Sequence sequence(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(here()));
        }
        return new Node.Sequence(place, items);
    }

    private Place here() {
        return new Place(name, parser.currentTokenLocation().getLineNr());
    }
}
