package dev.tradewind.journal;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;

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
                plan.bar());
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

    /// SQLite keeps what is not a number as null.
    private static double bar(ResultSet row) throws SQLException {
        double bar = row.getDouble(10);
        return row.wasNull() ? Double.NaN : bar;
    }
}
