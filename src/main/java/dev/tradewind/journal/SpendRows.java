package dev.tradewind.journal;

import dev.tradewind.budget.Charge;
import dev.tradewind.budget.Spend;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds up what flights cost, from the rows of `spend`.
final class SpendRows {

    private static final String SPEND =
            """
            SELECT count(training_ns), total(training_ns) + total(validated_ns) + total(proposing_ns) FROM spend
            WHERE line = ?\
            """;

    private static final String SPEND_BY_RUNG =
            """
            SELECT plan.proposer, count(training_ns), total(training_ns) + total(validated_ns) + total(proposing_ns)
            FROM spend
            JOIN plan ON plan.line = spend.line AND plan.flight = spend.flight
            WHERE spend.line = ? GROUP BY 1\
            """;

    /// Money is added up outside, because SQLite would do it in floating point.
    private static final String CHARGES =
            """
            SELECT plan.proposer, calls, estimated, money, at_risk, input, cached, output,
                reasoning, flops, in_flight_ns
            FROM spend
            JOIN plan ON plan.line = spend.line AND plan.flight = spend.flight
            WHERE spend.line = ? AND calls IS NOT NULL\
            """;

    private static final String DESCENT =
            """
            WITH RECURSIVE descent (flight) AS (
                VALUES (?)
                UNION
                SELECT parent.value FROM descent
                JOIN plan ON plan.line = 'SEARCH' AND plan.flight = descent.flight
                JOIN json_each(plan.parents) AS parent)
            SELECT training_ns IS NOT NULL,
                coalesce(training_ns, 0) + coalesce(validated_ns, 0)
                    + coalesce(proposing_ns, 0),
                calls, estimated, money, at_risk, input, cached, output, reasoning, flops, in_flight_ns
            FROM descent JOIN spend ON spend.line = 'SEARCH' AND spend.flight = descent.flight\
            """;

    /// In each session a line goes on from the session's start, or from where the other line ended,
    /// to its own last landing.
    private static final String WALL =
            """
            SELECT sum(last - CASE WHEN other < last THEN other ELSE began END) FROM (
                SELECT began,
                    (SELECT max(landed_ms) FROM spend
                        WHERE line = ?1 AND landed_ms >= began AND landed_ms < next) AS last,
                    (SELECT max(landed_ms) FROM spend
                        WHERE line <> ?1 AND landed_ms >= began AND landed_ms < next) AS other
                FROM (
                    SELECT at_ms AS began,
                        lead(at_ms, 1, 9223372036854775807) OVER (ORDER BY number) AS next
                    FROM note WHERE kind = 'SESSION_STARTED'))\
            """;

    private final Sql sql;

    SpendRows(Sql sql) {
        this.sql = sql;
    }

    /// What a line cost.
    Spend of(Line line) {
        Charge models = charges(line).values().stream().reduce(Charge.NONE, Charge::plus);
        return sql.list(
                        SPEND,
                        row ->
                                new Spend(
                                        row.getLong(1),
                                        Duration.ofMillis(sql.number(WALL, line.name())),
                                        Duration.ofNanos(row.getLong(2)),
                                        models),
                        line.name())
                .getFirst();
    }

    private Map<String, Charge> charges(Line line) {
        Map<String, Charge> charges = new HashMap<>();
        sql.each(
                CHARGES,
                row -> Map.entry(row.getString(1), ChargeColumns.read(row, 2)),
                charge -> charges.merge(charge.getKey(), charge.getValue(), Charge::plus),
                line.name());
        return charges;
    }

    /// The same by rung, without clock time.
    SortedMap<String, Spend> byRung(Line line) {
        Map<String, Charge> charges = charges(line);
        SortedMap<String, Spend> spend = new TreeMap<>();
        sql.each(
                SPEND_BY_RUNG,
                row ->
                        Map.entry(
                                row.getString(1),
                                new Spend(
                                        row.getLong(2),
                                        Duration.ZERO,
                                        Duration.ofNanos(row.getLong(3)),
                                        charges.getOrDefault(row.getString(1), Charge.NONE))),
                rung -> spend.put(rung.getKey(), rung.getValue()),
                line.name());
        return spend;
    }

    /// What a flight of the search and all it descends from cost, each counted once.
    Spend onDescent(long flight) {
        return sql
                .list(
                        DESCENT,
                        row ->
                                new Spend(
                                        row.getLong(1),
                                        Duration.ZERO,
                                        Duration.ofNanos(row.getLong(2)),
                                        ChargeColumns.read(row, 3)),
                        flight)
                .stream()
                .reduce(Spend.NONE, Spend::plus);
    }
}
