package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.bench.Goal.MoreThan;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the searches of all seeds come to together.
final class Verdicts {

    private static final Pattern RUN = Pattern.compile("search\\.(\\w+)\\.(\\d+)\\.validation");

    private final List<Figure> figures;
    private final List<Figure> all = new ArrayList<>();

    private Verdicts(List<Figure> figures) {
        this.figures = figures;
        this.all.addAll(figures);
    }

    /// The figures, and the verdicts on them after them. No search, no verdict.
    static List<Figure> on(List<Figure> figures) {
        Verdicts verdicts = new Verdicts(figures);
        verdicts.excess("or", "or3-u500", 4.4, 3.7);
        verdicts.excess("weibull", "weibull-5k-funsearch", 1.6, 1.1);
        verdicts.note("search.or1.behind-best-fit", verdicts.behind(), new AtMost(0.3), true);
        verdicts.note("search.ahead-of-random", verdicts.ahead(), new MoreThan(0), false);
        return List.copyOf(verdicts.all);
    }

    private void excess(String preset, String set, double each, double middle) {
        List<Double> values = values("search\\.%s\\.\\d+\\.%s".formatted(preset, set));
        String name = "search." + set;
        note(name + ".worst", values, new AtMost(each), true);
        if (!values.isEmpty()) {
            double median = statistics(values).getPercentile(50);
            all.add(new Figure(name + ".median", median, "%", load(), new AtMost(middle)));
        }
    }

    /// How far each search stays behind best fit on the small instances; negative when ahead.
    private List<Double> behind() {
        return differences("or1-u120", "or1-u120.best-fit");
    }

    /// How far each search is ahead of random programs on the validation instances.
    private List<Double> ahead() {
        return differences("validation.random", "validation");
    }

    private List<Double> differences(String more, String less) {
        List<Double> differences = new ArrayList<>();
        for (Figure figure : figures) {
            Matcher run = RUN.matcher(figure.name());
            if (run.matches()) {
                String prefix = "search\\.%s\\.%s\\.".formatted(run.group(1), run.group(2));
                List<Double> high = values(prefix + more);
                List<Double> low = values(prefix + less);
                if (!high.isEmpty() && !low.isEmpty()) {
                    differences.add(high.getFirst() - low.getFirst());
                }
            }
        }
        return differences;
    }

    private List<Double> values(String name) {
        return figures.stream()
                .filter(figure -> figure.name().matches(name))
                .map(Figure::value)
                .toList();
    }

    private void note(String name, List<Double> values, Goal goal, boolean most) {
        if (!values.isEmpty()) {
            DescriptiveStatistics statistics = statistics(values);
            double value = most ? statistics.getMax() : statistics.getMin();
            all.add(new Figure(name, value, "%", load(), goal));
        }
    }

    private static DescriptiveStatistics statistics(List<Double> values) {
        DescriptiveStatistics statistics = new DescriptiveStatistics();
        values.forEach(statistics::addValue);
        return statistics;
    }

    private double load() {
        return figures.stream()
                .max(Comparator.comparingDouble(Figure::load))
                .map(Figure::load)
                .orElse(-1.0);
    }
}
