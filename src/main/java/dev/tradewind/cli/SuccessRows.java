package dev.tradewind.cli;

import dev.tradewind.law.sampling.Evidence;

import java.util.List;
import java.util.stream.Collectors;

/// Rows of a table as evidence of success by size.
final class SuccessRows {

    private static final List<String> SIZES = List.of("size", "params_b", "N");

    /// Columns that tell series apart, which no single law goes through.
    private static final List<String> SERIES = List.of("family", "benchmark", "k");

    private static final double PERCENT = 100;

    private SuccessRows() {}

    /// @throws UsageException when columns are missing, a cell means nothing, or several series are
    ///   mixed
    static List<Evidence> of(List<CsvRow> rows) {
        SERIES.forEach(column -> single(rows, column));
        return rows.stream().map(SuccessRows::evidence).toList();
    }

    private static void single(List<CsvRow> rows, String column) {
        List<String> values =
                rows.stream()
                        .filter(row -> row.has(column))
                        .map(row -> row.text(column))
                        .distinct()
                        .sorted()
                        .toList();
        if (values.size() > 1) {
            throw new UsageException(
                    "the table mixes several of %s: %s. Choose one, such as --where '%s=%s'."
                            .formatted(
                                    column,
                                    values.stream().collect(Collectors.joining(", ")),
                                    column,
                                    values.getFirst()));
        }
    }

    private static Evidence evidence(CsvRow row) {
        String size =
                SIZES.stream()
                        .filter(row::has)
                        .findFirst()
                        .orElseThrow(() -> row.wrong("has no size: give it in a column \"size\""));
        try {
            return evidence(row, row.number(size));
        } catch (IllegalArgumentException wrong) {
            throw row.wrong(String.valueOf(wrong.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    private static Evidence evidence(CsvRow row, double size) {
        if (row.has("successes") && row.has("trials")) {
            return new Evidence.Count(size, row.whole("successes"), row.whole("trials"));
        }
        if (row.has("pass_pct")) {
            return new Evidence.Rate(size, row.number("pass_pct") / PERCENT);
        }
        if (row.has("rate")) {
            return new Evidence.Rate(size, row.number("rate"));
        }
        throw row.wrong(
                "says nothing of success: give columns \"successes\" and \"trials\", or"
                        + " \"pass_pct\" in per cent, or \"rate\" from 0 to 1");
    }
}
