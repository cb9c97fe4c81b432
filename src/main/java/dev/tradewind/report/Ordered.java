package dev.tradewind.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Copies that nobody can change and that keep their order, which `Map.copyOf` does not.
final class Ordered {

    private Ordered() {}

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
