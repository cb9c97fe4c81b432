package dev.tradewind.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The settings of a plan side by side, each under its whole key: `evolution.islands`, and for a
/// rung of the ladder `ladder.small.price.input`.
final class FlatSettings {

    private static final String NAME = "name";

    private final SequencedMap<String, Object> flat = new LinkedHashMap<>();

    private FlatSettings() {}

    static SequencedMap<String, Object> of(Map<String, Object> values) {
        FlatSettings settings = new FlatSettings();
        settings.add("", values);
        return settings.flat;
    }

    private void add(String before, Map<?, ?> values) {
        values.forEach((key, value) -> add(before + key, value));
    }

    private void add(String key, Object value) {
        switch (value) {
            case Map<?, ?> below -> add(key + ".", below);
            case List<?> rungs -> add(key, rungs);
            default -> flat.put(key, value);
        }
    }

    /// Those in the list are told apart by their names; their order is a setting of its own.
    private void add(String key, List<?> rungs) {
        flat.put(key, rungs.stream().map(FlatSettings::name).collect(Collectors.joining(", ")));
        for (Object rung : rungs) {
            if (rung instanceof Map<?, ?> settings) {
                Map<Object, Object> others = new LinkedHashMap<>(settings);
                others.remove(NAME);
                add(key + "." + name(rung) + ".", others);
            }
        }
    }

    private static String name(Object rung) {
        return rung instanceof Map<?, ?> settings ? "" + settings.get(NAME) : "" + rung;
    }
}
