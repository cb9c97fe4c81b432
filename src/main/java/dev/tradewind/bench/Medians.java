package dev.tradewind.bench;

import org.apache.commons.math3.stat.descriptive.rank.Median;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes one figure of all that have the same name.
final class Medians {

    private Medians() {}

    /// In the order in which the names first appear: the median value under the highest load.
    static List<Figure> of(List<Figure> measured) {
        Map<String, List<Figure>> byName =
                measured.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Figure::name, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream().map(Medians::one).toList();
    }

    private static Figure one(List<Figure> same) {
        Figure first = same.getFirst();
        double value = new Median().evaluate(same.stream().mapToDouble(Figure::value).toArray());
        double load = same.stream().mapToDouble(Figure::load).max().orElse(first.load());
        return new Figure(first.name(), value, first.unit(), load, first.goal());
    }
}
