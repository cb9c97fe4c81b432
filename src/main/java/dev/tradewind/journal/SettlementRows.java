package dev.tradewind.journal;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.journal.Settlement.Consequence;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/// Settlements as rows of `settlement`.
final class SettlementRows implements Sql.Reader<Settlement> {

    static final String SELECT =
            """
            SELECT line, settle_order, flight, consequence, cause, champion, restarted
            FROM settlement
            """;

    private static final String INSERT =
            """
            INSERT INTO settlement
                (line, settle_order, flight, consequence, cause, champion, restarted)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """;

    private static final String NEW_CLUSTER = "NEW_CLUSTER";
    private static final String JOINED_CLUSTER = "JOINED_CLUSTER";
    private static final String NOT_KEPT = "NOT_KEPT";
    private static final String ADVISED = "ADVISED";
    private static final String REJECTED = "REJECTED";

    static void write(Sql sql, Settlement settlement) {
        sql.run(
                INSERT,
                settlement.line().name(),
                settlement.order(),
                settlement.flight(),
                word(settlement.consequence()),
                cause(settlement.consequence()),
                settlement.champion() ? 1 : 0,
                Lists.ofNumbers(settlement.restarted()));
    }

    private static String word(Consequence consequence) {
        return switch (consequence) {
            case Consequence.NewCluster _ -> NEW_CLUSTER;
            case Consequence.JoinedCluster _ -> JOINED_CLUSTER;
            case Consequence.NotKept _ -> NOT_KEPT;
            case Consequence.Advised _ -> ADVISED;
            case Consequence.Rejected _ -> REJECTED;
        };
    }

    private static @Nullable String cause(Consequence consequence) {
        return consequence instanceof Consequence.Rejected(FailureCause cause)
                ? cause.name()
                : null;
    }

    @Override
    public Settlement read(ResultSet row) throws SQLException {
        return new Settlement(
                Line.valueOf(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                consequence(row),
                row.getBoolean(6),
                Lists.numbers(row.getString(7), Integer::valueOf));
    }

    private static Consequence consequence(ResultSet row) throws SQLException {
        String word = row.getString(4);
        return switch (word) {
            case NEW_CLUSTER -> new Consequence.NewCluster();
            case JOINED_CLUSTER -> new Consequence.JoinedCluster();
            case NOT_KEPT -> new Consequence.NotKept();
            case ADVISED -> new Consequence.Advised();
            case REJECTED -> new Consequence.Rejected(FailureCause.valueOf(row.getString(5)));
            default -> throw new IllegalArgumentException("no consequence: " + word);
        };
    }

    /// Tallies of counts by consequence, or by cause where there is one.
    static Tallies tallies(Map<String, Long> counts) {
        Map<FailureCause, Long> causes = new EnumMap<>(FailureCause.class);
        for (FailureCause cause : FailureCause.values()) {
            if (counts.containsKey(cause.name())) {
                causes.put(cause, counts.get(cause.name()));
            }
        }
        return new Tallies(
                counts.getOrDefault(NEW_CLUSTER, 0L),
                counts.getOrDefault(JOINED_CLUSTER, 0L),
                counts.getOrDefault(NOT_KEPT, 0L),
                counts.getOrDefault(ADVISED, 0L),
                causes);
    }
}
