package dev.tradewind.journal;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The header of a run as rows of `run`.
final class HeaderRows {

    private static final String VERSION = "version.";
    private static final String TAB = "\t";

    private HeaderRows() {}

    static void write(Sql sql, RunHeader header) {
        put(sql, "task", header.task());
        put(sql, "campaign", header.campaign());
        put(sql, "plan", header.plan());
        put(sql, "seed", header.seed());
        put(sql, "objectives", objectives(header.objectives()));
        put(sql, "program", Packing.bytes(header.start()));
        put(sql, "created", header.created().toString());
        header.versions().forEach((name, version) -> put(sql, VERSION + name, version));
    }

    private static void put(Sql sql, String key, Object value) {
        sql.run("INSERT INTO run (key, value) VALUES (?, ?)", key, value);
    }

    /// The header.
    ///
    /// @throws JournalException when a row is missing or cannot be read
    static RunHeader read(Sql sql) {
        Map<String, Object> rows = new HashMap<>();
        sql.each(
                "SELECT key, value FROM run",
                row -> Map.entry(row.getString(1), row.getObject(2)),
                row -> rows.put(row.getKey(), row.getValue()));
        try {
            return header(rows);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw sql.corrupt(unreadable);
        }
    }

    private static RunHeader header(Map<String, Object> rows) {
        return new RunHeader(
                get(rows, "task", String.class),
                get(rows, "campaign", String.class),
                get(rows, "plan", String.class),
                get(rows, "seed", Number.class).longValue(),
                objectives(get(rows, "objectives", String.class)),
                Packing.program(get(rows, "program", byte[].class)),
                Instant.parse(get(rows, "created", String.class)),
                versions(rows));
    }

    private static <T> T get(Map<String, Object> rows, String key, Class<T> type) {
        Object value = rows.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no readable row " + key + " in table run");
        }
        return type.cast(value);
    }

    /// One a line: name, direction, unit, separated by tabs.
    private static String objectives(List<Objective> objectives) {
        return String.join("\n", objectives.stream().map(HeaderRows::line).toList());
    }

    private static String line(Objective objective) {
        return String.join(TAB, objective.name(), objective.direction().name(), objective.unit());
    }

    private static List<Objective> objectives(String lines) {
        return lines.lines().map(line -> objective(line.split(TAB, 3))).toList();
    }

    private static Objective objective(String[] parts) {
        if (parts.length != 3) {
            throw new IllegalArgumentException("no objective: " + String.join(TAB, parts));
        }
        return new Objective(parts[0], Direction.valueOf(parts[1]), parts[2]);
    }

    private static SortedMap<String, String> versions(Map<String, Object> rows) {
        SortedMap<String, String> versions = new TreeMap<>();
        rows.forEach(
                (key, value) -> {
                    if (key.startsWith(VERSION)) {
                        versions.put(key.substring(VERSION.length()), value.toString());
                    }
                });
        return versions;
    }
}
