package dev.tradewind.journal;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Marks;
import dev.tradewind.evaluation.Measure;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

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
    private static final int PLAIN = 3;
    private static final int MARKED = 6;

    private HeaderRows() {}

    static void write(Sql sql, RunHeader header) {
        put(sql, "task", header.task());
        put(sql, "campaign", header.campaign());
        put(sql, "plan", header.plan());
        put(sql, "seed", header.seed());
        put(sql, "objectives", objectives(header.objectives()));
        put(sql, "measures", measures(header.measures()));
        put(
                sql,
                "seed.scores",
                Lists.ofLists(header.seedScores().stream().map(Scores::values).toList()));
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
                measures(rows.getOrDefault("measures", "").toString()),
                seedScores(rows.getOrDefault("seed.scores", "[]").toString()),
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

    /// One a line: name, direction, unit, and where there are marks target, bound and reference,
    /// each empty where it is not named; separated by tabs.
    private static String objectives(List<Objective> objectives) {
        return String.join("\n", objectives.stream().map(HeaderRows::line).toList());
    }

    private static String line(Objective objective) {
        String plain =
                String.join(TAB, objective.name(), objective.direction().name(), objective.unit());
        Marks marks = objective.marks();
        return marks.equals(Marks.NONE)
                ? plain
                : String.join(
                        TAB,
                        plain,
                        text(marks.target()),
                        text(marks.bound()),
                        text(marks.reference()));
    }

    private static String text(Mark mark) {
        return switch (mark) {
            case Mark.None _ -> "";
            case Mark.At(double value) -> Double.toString(value);
        };
    }

    private static List<Objective> objectives(String lines) {
        return lines.lines().map(line -> objective(line.split(TAB, -1))).toList();
    }

    private static Objective objective(String[] parts) {
        if (parts.length != PLAIN && parts.length != MARKED) {
            throw new IllegalArgumentException("no objective: " + String.join(TAB, parts));
        }
        Objective plain = new Objective(parts[0], Direction.valueOf(parts[1]), parts[2]);
        return parts.length == PLAIN
                ? plain
                : plain.with(new Marks(mark(parts[3]), mark(parts[4]), mark(parts[5])));
    }

    private static Mark mark(String text) {
        return text.isEmpty() ? new Mark.None() : new Mark.At(Double.parseDouble(text));
    }

    /// One a line: name and unit, separated by a tab.
    private static String measures(List<Measure> measures) {
        return String.join(
                "\n",
                measures.stream().map(measure -> measure.name() + TAB + measure.unit()).toList());
    }

    private static List<Measure> measures(String lines) {
        return lines.lines()
                .map(line -> line.split(TAB, 2))
                .map(parts -> new Measure(parts[0], parts[1]))
                .toList();
    }

    private static List<Scores> seedScores(String lists) {
        return Lists.lists(lists, Double::valueOf).stream().map(Scores::new).toList();
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
