package dev.tradewind.bench;

import dev.tradewind.report.Environment;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Figures in the form in which `bench --json` prints them.
///
/// @param schema always [#SCHEMA]
/// @param machine what they were measured on
public record BenchDocument(String schema, Environment machine, List<Row> figures) {

    public static final String SCHEMA = "tradewind/bench/1";

    public BenchDocument {
        figures = List.copyOf(figures);
    }

    public static BenchDocument of(Environment machine, List<Figure> figures) {
        return new BenchDocument(SCHEMA, machine, figures.stream().map(Row::of).toList());
    }

    /// A figure.
    ///
    /// @param load average of one minute when it was measured
    /// @param goal such as `>= 1000`; null when nothing is asked of it, and so is `met`
    public record Row(
            String name,
            double value,
            String unit,
            double load,
            @Nullable String goal,
            @Nullable Boolean met) {

        private static Row of(Figure figure) {
            boolean asked = !(figure.goal() instanceof Goal.None);
            return new Row(
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    figure.load(),
                    asked ? figure.goal().toString() : null,
                    asked ? figure.met() : null);
        }
    }
}
