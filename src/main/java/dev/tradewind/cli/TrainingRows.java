package dev.tradewind.cli;

import dev.tradewind.law.training.TrainingRun;

import java.util.List;

/// Rows of a table as models that were trained.
final class TrainingRows {

    private TrainingRows() {}

    /// @throws UsageException when a column is missing or a cell means nothing
    static List<TrainingRun> of(List<CsvRow> rows) {
        return rows.stream().map(TrainingRows::run).toList();
    }

    private static TrainingRun run(CsvRow row) {
        for (String column : List.of("N", "D", "loss")) {
            if (!row.has(column)) {
                throw row.wrong(
                        "has no \"%s\"; wanted are N (parameters), D (tokens), loss"
                                .formatted(column));
            }
        }
        try {
            return new TrainingRun(row.number("N"), row.number("D"), row.number("loss"));
        } catch (IllegalArgumentException wrong) {
            throw row.wrong(String.valueOf(wrong.getMessage()).replaceFirst("\\.$", ""));
        }
    }
}
