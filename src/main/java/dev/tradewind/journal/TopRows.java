package dev.tradewind.journal;

import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Standing;
import dev.tradewind.evaluation.Scores;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts the scored flights of a search in order: those that were validated first, by their standing
/// there; the others by their standing on training.
record TopRows(Sql sql, Preference preference) {

    private static final String SCORED =
            """
            SELECT settlement.flight, t.scores, v.scores, program.length
            FROM settlement
            JOIN evaluation AS t ON t.line = settlement.line AND t.flight = settlement.flight
                AND t.split = 'TRAINING' AND t.status = 'SCORED'
            JOIN proposal
                ON proposal.line = settlement.line AND proposal.flight = settlement.flight
            JOIN program ON program.number = proposal.program
            LEFT JOIN evaluation AS v ON v.line = settlement.line AND v.flight = settlement.flight
                AND v.split = 'VALIDATION' AND v.status = 'SCORED'
            WHERE settlement.line = 'SEARCH' AND consequence <> 'REJECTED'
                AND v.scores IS\
            """;

    private static final String VALIDATED = SCORED + " NOT NULL";
    private static final String OTHERS = SCORED + " NULL";

    /// @param held on validation where it ran there, otherwise on training
    private record Row(long flight, Scores training, Scores held, int length) {}

    /// At most so many numbers of flights, the best first.
    List<Long> flights(int count) {
        List<Long> flights = new ArrayList<>(ranked(VALIDATED, 3));
        if (flights.size() < count) {
            flights.addAll(ranked(OTHERS, 2));
        }
        return flights.stream().limit(count).toList();
    }

    /// @param held number of the column that they are ranked by
    private List<Long> ranked(String query, int held) {
        List<Row> rows = sql.list(query, row -> read(row, held));
        List<Standing> standings = Standing.of(preference, rows.stream().map(Row::held).toList());
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(
                        Comparator.<Integer, Standing>comparing(standings::get)
                                .thenComparing(at -> rows.get(at).training(), preference)
                                .thenComparingInt(at -> rows.get(at).length())
                                .thenComparingLong(at -> rows.get(at).flight()))
                .map(at -> rows.get(at).flight())
                .toList();
    }

    private static Row read(ResultSet row, int held) throws SQLException {
        return new Row(row.getLong(1), scores(row, 2), scores(row, held), row.getInt(4));
    }

    private static Scores scores(ResultSet row, int column) throws SQLException {
        return new Scores(Lists.numbers(row.getString(column), Double::valueOf));
    }
}
