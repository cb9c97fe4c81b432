package dev.tradewind.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvReadException;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A row of a table, by names of its columns.
///
/// @param place file and line, as messages say it
record CsvRow(String place, Map<String, String> cells) {

    CsvRow {
        cells = Map.copyOf(cells);
    }

    /// The rows of a file whose first line names the columns.
    ///
    /// @param where values that columns must have; rows with others are left out
    /// @throws UsageException when it is no such table, or no row is left
    static List<CsvRow> read(Path file, Map<String, String> where) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + " does not exist.");
        }
        List<CsvRow> rows = all(file);
        for (String column : where.keySet()) {
            if (rows.stream().noneMatch(row -> row.has(column))) {
                throw new UsageException(
                        "--where: %s has no column \"%s\"; it has: %s."
                                .formatted(file, column, rows.getFirst().names()));
            }
        }
        List<CsvRow> kept = rows.stream().filter(row -> row.fits(where)).toList();
        if (kept.isEmpty()) {
            throw new UsageException("--where: no row of %s has %s.".formatted(file, where));
        }
        return kept;
    }

    private static List<CsvRow> all(Path file) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        CsvMapper mapper = new CsvMapper();
        try (MappingIterator<Map<String, String>> lines =
                mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(file.toFile())) {
            while (lines.hasNext()) {
                int line = lines.getCurrentLocation().getLineNr();
                rows.add(new CsvRow(file + ":" + line, lines.next()));
            }
        } catch (CsvReadException | RuntimeJsonMappingException broken) {
            throw new UsageException(file + " is no table: " + firstLine(broken));
        }
        if (rows.isEmpty()) {
            throw new UsageException(file + " has no rows below its heading.");
        }
        return rows;
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }

    private String names() {
        return String.join(", ", cells.keySet().stream().sorted().toList());
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    /// The cell's text; empty where there is none.
    String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    private boolean fits(Map<String, String> where) {
        return where.entrySet().stream()
                .allMatch(each -> text(each.getKey()).equals(each.getValue()));
    }

    /// The cell as a number.
    ///
    /// @throws UsageException with its place when it is none, or not finite
    double number(String column) {
        try {
            double number = Double.parseDouble(text(column));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below, like a number without end.
        }
        throw wrong(column, "is no finite number");
    }

    /// The cell as a whole number.
    ///
    /// @throws UsageException with its place when it is none
    long whole(String column) {
        try {
            return Long.parseLong(text(column));
        } catch (NumberFormatException none) {
            throw wrong(column, "is no whole number");
        }
    }

    private UsageException wrong(String column, String why) {
        return new UsageException("%s  %s: \"%s\" %s.".formatted(place, column, text(column), why));
    }

    /// What is wrong with the row as a whole.
    UsageException wrong(String why) {
        return new UsageException("%s  %s.".formatted(place, why));
    }
}
