package dev.tradewind.report;

import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.RunDocument.Best;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The best program beside the classical ones and random search, on the validation instances and on
/// every test set: values of the objective that decides, in its unit.
public final class ResultTable {

    private ResultTable() {}

    /// One row per program, the best first.
    public static Table of(RunDocument document) {
        return document.hasFront() ? onValidation(document) : ofOne(document);
    }

    /// Several objectives, on the validation instances: the front, then the others.
    private static Table onValidation(RunDocument document) {
        List<Objective> objectives =
                document.objectives().stream().map(RunDocument.Aim::objective).toList();
        List<String> heading = new ArrayList<>(List.of("program"));
        objectives.forEach(one -> heading.add(one.name() + Figures.suffix(one.unit())));
        List<List<String>> rows = new ArrayList<>();
        Objects.requireNonNull(document.front())
                .members()
                .forEach(
                        member ->
                                rows.add(
                                        row(
                                                FrontSection.brief(member.id()),
                                                member.objectives(),
                                                objectives)));
        document.baselines().forEach((name, values) -> rows.add(row(name, values, objectives)));
        return new Table(heading, rows);
    }

    private static List<String> row(
            String name, Map<String, Double> values, List<Objective> objectives) {
        List<String> row = new ArrayList<>(List.of(name));
        objectives.forEach(objective -> row.add(cell(values, objective.name(), objective)));
        return row;
    }

    private static Table ofOne(RunDocument document) {
        List<String> sets = sets(document);
        List<String> heading = new ArrayList<>(List.of("program", "validation"));
        heading.addAll(sets);
        List<List<String>> rows = new ArrayList<>();
        Best best = document.best();
        if (best != null) {
            rows.add(row("best of this run", best.objectives(), document.test(), document));
        }
        document.baselines()
                .forEach(
                        (name, values) -> {
                            Map<String, Double> test =
                                    document.baselineTest().getOrDefault(name, Map.of());
                            rows.add(row(name, values, test, document));
                        });
        return new Table(heading, rows);
    }

    /// One line saying what the numbers are.
    public static String caption(RunDocument document) {
        return document.objectives().stream()
                .map(RunDocument.Aim::objective)
                .map(ResultTable::caption)
                .collect(Collectors.joining("; "));
    }

    private static String caption(Objective objective) {
        String unit = Figures.suffix(objective.unit());
        String better =
                switch (objective.direction()) {
                    case MINIMISE -> "lower is better";
                    case MAXIMISE -> "higher is better";
                };
        return "%s%s, %s".formatted(objective.name(), unit.isEmpty() ? "" : " in" + unit, better);
    }

    private static List<String> sets(RunDocument document) {
        return Stream.concat(Stream.of(document.test()), document.baselineTest().values().stream())
                .flatMap(sets -> sets.keySet().stream())
                .distinct()
                .toList();
    }

    private static List<String> row(
            String name,
            Map<String, Double> validation,
            Map<String, Double> test,
            RunDocument document) {
        Objective objective = document.objective();
        List<String> row = new ArrayList<>();
        row.add(name);
        row.add(cell(validation, objective.name(), objective));
        sets(document).forEach(set -> row.add(cell(test, set, objective)));
        return row;
    }

    private static String cell(Map<String, Double> values, String key, Objective objective) {
        Double value = values.get(key);
        return value == null ? Figures.NONE : Figures.value(value, objective.unit());
    }
}
