package dev.tradewind.law.sampling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Pass rates of code models by size, as their papers print them; each row of the shipped table
/// names its source.
///
/// @param rows in the order of the table
public record PublishedRates(List<Row> rows) {

    private static final String TABLE = "published-pass-rates.csv";

    public PublishedRates {
        rows = List.copyOf(rows);
    }

    /// One rate.
    ///
    /// @param size parameters in billions
    /// @param benchmark whose tasks were tried
    /// @param tries of which one had to pass
    /// @param rate share of the tasks that passed
    public record Row(String family, double size, String benchmark, int tries, double rate) {

        private static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    cells[0],
                    Double.parseDouble(cells[1]),
                    cells[2],
                    Integer.parseInt(cells[3]),
                    Double.parseDouble(cells[4]) / 100);
        }

        Evidence evidence() {
            return new Evidence.Rate(size, rate);
        }
    }

    /// The table in this program.
    public static PublishedRates shipped() {
        try (BufferedReader table = open()) {
            return new PublishedRates(table.lines().skip(1).map(Row::of).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(TABLE + " cannot be read", failure);
        }
    }

    private static BufferedReader open() {
        return new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(PublishedRates.class.getResourceAsStream(TABLE)),
                        StandardCharsets.UTF_8));
    }

    /// The rates of one family at one benchmark, smallest model first.
    public List<Evidence> of(String family, String benchmark, int tries) {
        return rows.stream()
                .filter(row -> row.family().equals(family))
                .filter(row -> row.benchmark().equals(benchmark) && row.tries() == tries)
                .map(Row::evidence)
                .toList();
    }
}
