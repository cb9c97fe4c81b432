package dev.tradewind.report;

import dev.tradewind.report.FrontResult.Member;
import dev.tradewind.report.RunDocument.Aim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The part of a run's page that tells which trade-offs there are.
record FrontSection(RunDocument document, FrontResult front) {

    private static final int BRIEF = 10;

    String markdown() {
        return """
        ## Front

        %d programs, none of which another one is preferred to on the validation instances. They
        cover a hypervolume of %s%s, counted from %s.%s

        ![front](%s)

        %s"""
                .formatted(
                        front.members().size(),
                        Figures.value(front.hypervolume(), "1"),
                        random(),
                        reference(),
                        targets(),
                        FrontChart.FILE,
                        table().markdown());
    }

    private String random() {
        Double hypervolume = front.randomHypervolume();
        return hypervolume == null
                ? ""
                : " (random search: %s)".formatted(Figures.value(hypervolume, "1"));
    }

    private String reference() {
        return document.objectives().stream()
                .map(aim -> aim.name() + " " + cell(front.reference(), aim))
                .collect(Collectors.joining(" and "));
    }

    private String targets() {
        Long reached = front.targetsReached();
        boolean any = document.objectives().stream().anyMatch(aim -> aim.target() != null);
        return reached == null
                ? any ? " No program has reached all targets." : ""
                : " All targets were reached after %s evaluations."
                        .formatted(Figures.count(reached));
    }

    private Table table() {
        List<String> heading = new ArrayList<>(List.of("program"));
        document.objectives().forEach(aim -> heading.add(aim.name()));
        List<String> measures =
                front.members().stream()
                        .flatMap(member -> member.measures().keySet().stream())
                        .distinct()
                        .toList();
        measures.forEach(name -> heading.add(MeasureTable.heading(front, name)));
        return new Table(
                heading, front.members().stream().map(member -> row(member, measures)).toList());
    }

    private List<String> row(Member member, List<String> measures) {
        List<String> row = new ArrayList<>();
        row.add(brief(member.id()));
        document.objectives().forEach(aim -> row.add(cell(member.objectives(), aim)));
        measures.forEach(
                name ->
                        row.add(
                                Figures.value(
                                        member.measures().getOrDefault(name, Double.NaN), "1")));
        return row;
    }

    static String brief(String id) {
        return "`" + id.substring(0, Math.min(BRIEF, id.length())) + "`";
    }

    private static String cell(Map<String, Double> values, Aim aim) {
        return Figures.value(values.getOrDefault(aim.name(), Double.NaN), aim.unit());
    }
}
