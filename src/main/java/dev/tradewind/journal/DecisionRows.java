package dev.tradewind.journal;

import dev.tradewind.law.allocation.Belief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Decisions as rows of `decision`, the names of rungs in `rung`.
final class DecisionRows implements Sql.Reader<Decision> {

    static final String SELECT = "SELECT line, flight, policy, beliefs FROM decision ";

    private static final String INSERT =
            "INSERT INTO decision (line, flight, policy, beliefs) VALUES (?, ?, ?, ?)";

    private static final Pattern BELIEF = Pattern.compile("\\[([^\\[\\]]+)]");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final MathContext DIGITS = new MathContext(3);

    private final Sql sql;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    private record Named(int number, String name) {}

    DecisionRows(Sql sql) {
        this.sql = sql;
        readNames();
    }

    private void readNames() {
        sql.each(
                "SELECT number, name FROM rung",
                row -> new Named(row.getInt(1), row.getString(2)),
                this::known);
    }

    private void known(Named rung) {
        numbers.put(rung.name(), rung.number());
        names.put(rung.number(), rung.name());
    }

    void write(Decision decision) {
        String beliefs =
                decision.beliefs().stream()
                        .map(this::text)
                        .collect(Collectors.joining(",", "[", "]"));
        sql.run(INSERT, decision.line().name(), decision.flight(), decision.policy(), beliefs);
    }

    private String text(Belief belief) {
        return DoubleStream.of(
                        belief.success(),
                        belief.low(),
                        belief.high(),
                        belief.gain(),
                        belief.cost(),
                        belief.share())
                .mapToObj(value -> new BigDecimal(value, DIGITS).toString())
                .collect(Collectors.joining(",", "[" + number(belief.rung()) + ",", "]"));
    }

    private int number(String rung) {
        Integer known = numbers.get(rung);
        if (known == null) {
            known = numbers.size() + 1;
            sql.run("INSERT INTO rung (number, name) VALUES (?, ?)", known, rung);
            known(new Named(known, rung));
        }
        return known;
    }

    @Override
    public Decision read(ResultSet row) throws SQLException {
        List<Belief> beliefs =
                BELIEF.matcher(row.getString(4))
                        .results()
                        .map(match -> belief(match.group(1)))
                        .toList();
        return new Decision(
                Line.valueOf(row.getString(1)), row.getLong(2), row.getString(3), beliefs);
    }

    private Belief belief(String numbers) {
        double[] values = COMMA.splitAsStream(numbers).mapToDouble(Double::parseDouble).toArray();
        return new Belief(
                name((int) values[0]),
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6]);
    }

    /// A rung may have been named after this record was opened.
    private String name(int number) {
        if (!names.containsKey(number)) {
            readNames();
        }
        return names.getOrDefault(number, "rung " + number);
    }
}
