package dev.tradewind.report;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.FrontResult.Member;
import dev.tradewind.report.Plot.Axis;
import dev.tradewind.report.Plot.Point;
import dev.tradewind.report.Plot.Series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The trade-offs a run has found, on validation: two objectives as a scatter, more as parallel
/// axes, beside the seed, the classical programs and the front of random search.
///
/// @param document with a front
record FrontChart(RunDocument document, FrontResult front) {

    /// The picture beside the page.
    static final String FILE = "front.svg";

    private static final double DECADES = 100;

    /// Looks that can be told apart, less those of what the front is compared with.
    private static final int MOST_LINES = 6;

    String svg() {
        return objectives().size() == 2 ? scatter() : parallel();
    }

    private List<Objective> objectives() {
        return document.objectives().stream().map(RunDocument.Aim::objective).toList();
    }

    private String title() {
        return "%s, seed %d: front of %d"
                .formatted(document.task(), document.seed(), front.members().size());
    }

    /// Everything shown, by what the legend calls it.
    private Map<String, List<Map<String, Double>>> shown() {
        Map<String, List<Map<String, Double>>> shown = new LinkedHashMap<>();
        shown.put("this run", front.members().stream().map(Member::objectives).toList());
        shown.put(RunDocument.RANDOM, front.random().stream().map(Member::objectives).toList());
        shown.put("seed", List.of(front.seed()));
        document.baselines().forEach((name, values) -> shown.putIfAbsent(name, List.of(values)));
        shown.replaceAll((_, all) -> all.stream().filter(this::complete).toList());
        shown.values().removeIf(List::isEmpty);
        return shown;
    }

    private boolean complete(Map<String, Double> values) {
        return objectives().stream().allMatch(one -> values.containsKey(one.name()));
    }

    private String scatter() {
        Objective x = objectives().getFirst();
        Objective y = objectives().getLast();
        List<Series> series = new ArrayList<>();
        shown().forEach(
                        (name, all) ->
                                series.add(
                                        new Plot.Dots(
                                                name,
                                                all.stream()
                                                        .map(one -> point(one, x, y))
                                                        .toList())));
        return new Plot(title(), axis(x), axis(y), series).svg();
    }

    private static Point point(Map<String, Double> values, Objective x, Objective y) {
        return Point.of(value(values, x), value(values, y));
    }

    /// Only what is complete is shown.
    private static double value(Map<String, Double> values, Objective objective) {
        return values.getOrDefault(objective.name(), Double.NaN);
    }

    private Axis axis(Objective objective) {
        double[] values = values(objective);
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return new Axis(words(objective), low > 0 && high / low >= DECADES);
    }

    private double[] values(Objective objective) {
        return shown().values().stream()
                .flatMap(List::stream)
                .mapToDouble(values -> value(values, objective))
                .toArray();
    }

    private static String words(Objective objective) {
        String unit = Figures.suffix(objective.unit());
        return "%s%s (%s is better)"
                .formatted(
                        objective.name(),
                        unit.isEmpty() ? "" : " in" + unit,
                        objective.direction() == Direction.MINIMISE ? "lower" : "higher");
    }

    /// Each program a line from objective to objective, 1 the best shown and 0 the worst.
    private String parallel() {
        List<Series> lines = new ArrayList<>();
        shown().forEach(
                        (name, all) -> {
                            int count = name.equals("this run") ? MOST_LINES : 1;
                            IntStream.range(0, Math.min(count, all.size()))
                                    .mapToObj(at -> line(label(name, at), all.get(at)))
                                    .forEach(lines::add);
                        });
        String axes =
                String.join(
                        ", ",
                        IntStream.range(0, objectives().size())
                                .mapToObj(at -> (at + 1) + " " + objectives().get(at).name())
                                .toList());
        return new Plot(
                        title(),
                        new Axis(axes, false),
                        new Axis("from the worst shown (0) to the best (1)", false),
                        lines)
                .svg();
    }

    private static String label(String name, int at) {
        return at == 0 ? name : name + ", " + (at + 1);
    }

    private Series line(String name, Map<String, Double> values) {
        return new Plot.Line(
                name,
                IntStream.range(0, objectives().size())
                        .mapToObj(at -> Point.of(at + 1.0, part(objectives().get(at), values)))
                        .toList());
    }

    private double part(Objective objective, Map<String, Double> values) {
        double[] all =
                Arrays.stream(values(objective))
                        .map(objective.direction()::ascending)
                        .sorted()
                        .toArray();
        double worst = all[0];
        double extent = all[all.length - 1] - worst;
        double own = objective.direction().ascending(value(values, objective));
        return extent == 0 ? 1 : (own - worst) / extent;
    }
}
