package dev.tradewind.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A piece of YAML that knows where it was written: at its key, when it has one.
sealed interface Node {

    Place place();

    /// A single value; empty when there is a key and nothing after it.
    record Text(Place place, String text) implements Node {}

    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Values by key.
    ///
    /// @param members in the order of the file
    record Mapping(Place place, SequencedMap<String, Node> members) implements Node {
        public Mapping {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        static Mapping empty(Place place) {
            return new Mapping(place, new LinkedHashMap<>());
        }

        static Mapping of(String key, Node member) {
            return new Mapping(member.place(), new LinkedHashMap<>(Map.of(key, member)));
        }

        /// This mapping with another laid over it: where both say something, the other counts.
        Mapping under(Mapping over) {
            SequencedMap<String, Node> merged = new LinkedHashMap<>(members);
            over.members.forEach(
                    (key, node) ->
                            merged.merge(
                                    key,
                                    node,
                                    (below, above) ->
                                            below instanceof Mapping lower
                                                            && above instanceof Mapping upper
                                                    ? lower.under(upper)
                                                    : above));
            return new Mapping(place, merged);
        }

        /// This mapping less one key.
        Mapping without(String key) {
            SequencedMap<String, Node> rest = new LinkedHashMap<>(members);
            rest.remove(key);
            return new Mapping(place, rest);
        }
    }
}
