package dev.tradewind.journal;

import dev.tradewind.budget.Spend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what came of a line's flights. Goes through them one by one, because SQLite would add up
/// money in floating point.
final class TallyRows implements Sql.Reader<FlightTally> {

    private static final String SELECT =
            """
            SELECT plan.%s, proposal.program IS NOT NULL, training.flight IS NOT NULL,
                coalesce(consequence = 'NEW_CLUSTER', 0), coalesce(champion, 0),
                training_ns IS NOT NULL, coalesce(training_ns, 0) + coalesce(validated_ns, 0)
                    + coalesce(proposing_ns, 0),
                calls, estimated, money, at_risk, input, cached, output, reasoning, flops,
                in_flight_ns
            FROM plan
            CROSS JOIN proposal ON proposal.line = plan.line AND proposal.flight = plan.flight
            JOIN spend ON spend.line = plan.line AND spend.flight = plan.flight
            LEFT JOIN evaluation AS training
                ON training.line = plan.line AND training.flight = plan.flight
                AND training.split = 'TRAINING' AND training.status = 'SCORED'
            LEFT JOIN settlement
                ON settlement.line = plan.line AND settlement.flight = plan.flight
            WHERE plan.line = ? AND plan.%s IS NOT NULL\
            """;

    private static final String BY_RUNG = SELECT.formatted("proposer", "proposer");
    private static final String BY_PROMPT = SELECT.formatted("prompt", "prompt");

    private final Sql sql;

    TallyRows(Sql sql) {
        this.sql = sql;
    }

    SortedMap<String, FlightTally> byRung(Line line) {
        return tallies(BY_RUNG, line);
    }

    SortedMap<String, FlightTally> byPrompt(Line line) {
        return tallies(BY_PROMPT, line);
    }

    private record Named(String name, FlightTally tally) {}

    private SortedMap<String, FlightTally> tallies(String query, Line line) {
        SortedMap<String, FlightTally> tallies = new TreeMap<>();
        sql.each(
                query,
                row -> new Named(row.getString(1), read(row)),
                one -> tallies.merge(one.name(), one.tally(), FlightTally::plus),
                line.name());
        return tallies;
    }

    @Override
    public FlightTally read(ResultSet row) throws SQLException {
        Spend spend =
                new Spend(
                        row.getLong(6),
                        Duration.ZERO,
                        Duration.ofNanos(row.getLong(7)),
                        ChargeColumns.read(row, 8));
        return new FlightTally(
                1, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), spend);
    }
}
