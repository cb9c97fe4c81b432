package dev.tradewind.report;

import static dev.tradewind.evaluation.Direction.MINIMISE;

import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.report.FrontResult.Member;
import dev.tradewind.report.Plot.Axis;
import dev.tradewind.report.Plot.Point;
import dev.tradewind.report.Plot.Series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The trade-offs a run has found, on validation: two objectives as a scatter, more as parallel
/// axes, beside the seed, the classical programs and the front of random search.
///
/// @param document with a front
record FrontChart(RunDocument document, FrontResult front) {

    /// The picture beside the page.
    static final String FILE = "front.svg";

    private static final double DECADES = 100;

    /// A mark this many times the values' extent away from them is left out.
    private static final double FAR = 0.5;

    private static final String RUN = "this run";

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
        shown.put(RUN, front.members().stream().map(Member::objectives).toList());
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
        shown().forEach((name, all) -> series.add(series(name, points(all))));
        series.addAll(rules());
        return new Plot(title(), axis(x), axis(y), series).svg();
    }

    /// Fronts are joined: what lies behind the line is no better than a program that is there.
    private Series series(String name, List<Point> points) {
        return name.equals(RUN) || name.equals(RunDocument.RANDOM)
                ? new Plot.Steps(name, points, objectives().getFirst().direction() == MINIMISE)
                : new Plot.Dots(name, points);
    }

    private List<Point> points(List<Map<String, Double>> all) {
        Objective x = objectives().getFirst();
        Objective y = objectives().getLast();
        return all.stream()
                .map(one -> point(one, x, y))
                .sorted(Comparator.comparingDouble(Point::x))
                .toList();
    }

    /// Targets and bounds that are near enough to be shown without making all else small.
    private List<Plot.Rule> rules() {
        Span across = span(objectives().getFirst());
        Span up = span(objectives().getLast());
        List<Plot.Rule> rules = new ArrayList<>();
        near(objectives().getFirst())
                .forEach(
                        (name, at) ->
                                rules.add(
                                        new Plot.Rule(
                                                name,
                                                List.of(
                                                        Point.of(at, up.low),
                                                        Point.of(at, up.high)))));
        near(objectives().getLast())
                .forEach(
                        (name, at) ->
                                rules.add(
                                        new Plot.Rule(
                                                name,
                                                List.of(
                                                        Point.of(across.low, at),
                                                        Point.of(across.high, at)))));
        return rules;
    }

    /// Marks of an objective by what the legend calls them.
    private Map<String, Double> near(Objective objective) {
        double[] values = values(objective);
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double beside = FAR * (high - low);
        Map<String, Double> near = new LinkedHashMap<>();
        marks(objective)
                .forEach(
                        (name, mark) -> {
                            if (mark instanceof Mark.At(double at)
                                    && at >= low - beside
                                    && at <= high + beside) {
                                near.put(name + " " + Figures.of(at, objective), at);
                            }
                        });
        return near;
    }

    private static Map<String, Mark> marks(Objective objective) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        marks.put("target " + objective.name(), objective.marks().target());
        marks.put("bound " + objective.name(), objective.marks().bound());
        return marks;
    }

    /// What an axis shows: all values, and the marks near them.
    private Span span(Objective objective) {
        double[] all =
                DoubleStream.concat(
                                Arrays.stream(values(objective)),
                                near(objective).values().stream().mapToDouble(at -> at))
                        .sorted()
                        .toArray();
        return new Span(all[0], all[all.length - 1]);
    }

    private record Span(double low, double high) {}

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
                        objective.direction() == MINIMISE ? "lower" : "higher");
    }

    /// Each program a line from objective to objective, the best shown at the top.
    private String parallel() {
        List<Series> bundles = new ArrayList<>();
        shown().forEach(
                        (name, all) ->
                                bundles.add(
                                        new Plot.Bundle(
                                                name, all.stream().map(this::line).toList())));
        String axes =
                IntStream.range(0, objectives().size())
                        .mapToObj(at -> (at + 1) + " " + objectives().get(at).name())
                        .collect(Collectors.joining(", ", "each line a program: ", ""));
        Axis names = new Axis(axes, false);
        Axis parts = new Axis("from the worst shown (0) to the best (1)", false);
        return new Plot(title(), names, parts, bundles).svg();
    }

    private Plot.Line line(Map<String, Double> values) {
        return new Plot.Line(
                "",
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
