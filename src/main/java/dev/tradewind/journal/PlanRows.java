package dev.tradewind.journal;

import dev.tradewind.evaluation.Scores;
import dev.tradewind.evolution.Bar;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Plans as rows of `plan`.
final class PlanRows implements Sql.Reader<Plan> {

    static final String SELECT =
            """
            SELECT line, flight, settled_before, island, proposer, parents, stream, prompt, broken,
                bar
            FROM plan
            """;

    private static final String INSERT =
            """
            INSERT INTO plan
                (line, flight, settled_before, island, proposer, parents, stream, prompt, broken,
                bar)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    static void write(Sql sql, Plan plan) {
        sql.run(
                INSERT,
                plan.line().name(),
                plan.flight(),
                plan.settledBefore(),
                plan.island(),
                plan.proposer(),
                Lists.ofNumbers(plan.parents()),
                plan.stream(),
                plan.prompt().isEmpty() ? null : plan.prompt(),
                plan.broken() == 0 ? null : plan.broken(),
                bar(plan.bar()));
    }

    @Override
    public Plan read(ResultSet row) throws SQLException {
        return plan(row);
    }

    /// The plan in the first ten columns.
    static Plan plan(ResultSet row) throws SQLException {
        @Nullable String prompt = row.getString(8);
        return new Plan(
                Line.valueOf(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getString(5),
                Lists.numbers(row.getString(6), Long::valueOf),
                row.getLong(7),
                prompt == null ? "" : prompt,
                row.getLong(9),
                bar(row));
    }

    /// A single value as a number, so that it can be compared in SQL.
    private static Object bar(Bar bar) {
        List<Scores> scores = bar.scores();
        return scores.size() == 1 && scores.getFirst().values().size() == 1
                ? scores.getFirst().first()
                : Lists.ofLists(scores.stream().map(Scores::values).toList());
    }

    private static Bar bar(ResultSet row) throws SQLException {
        Object bar = row.getObject(10);
        return switch (bar) {
            case Number value -> Bar.of(value.doubleValue());
            case String lists ->
                    new Bar(Lists.lists(lists, Double::valueOf).stream().map(Scores::new).toList());
            case null, default -> throw new IllegalArgumentException("no bar: " + bar);
        };
    }
}
