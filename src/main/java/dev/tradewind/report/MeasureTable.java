package dev.tradewind.report;

import dev.tradewind.report.FrontResult.Member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What else was measured of a program, on the validation instances and on every test set.
record MeasureTable(FrontResult front, Member member) {

    /// Whether the task measures anything.
    boolean any() {
        return !member.measures().isEmpty();
    }

    Table table() {
        List<String> names = List.copyOf(member.measures().keySet());
        List<String> heading = new ArrayList<>(List.of("best of this run on"));
        names.forEach(name -> heading.add(heading(front, name)));
        Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
        sets.put("validation", member.measures());
        sets.putAll(member.measured());
        return new Table(
                heading,
                sets.entrySet().stream()
                        .map(set -> row(set.getKey(), set.getValue(), names))
                        .toList());
    }

    private static List<String> row(String set, Map<String, Double> values, List<String> names) {
        List<String> row = new ArrayList<>(List.of(set));
        names.forEach(name -> row.add(cell(values, name)));
        return row;
    }

    static String cell(Map<String, Double> values, String name) {
        Double value = values.get(name);
        return value == null ? Figures.NONE : Figures.value(value, "1");
    }

    /// A measure's name and unit.
    static String heading(FrontResult front, String name) {
        return name + Figures.suffix(front.units().getOrDefault(name, "1"));
    }
}
