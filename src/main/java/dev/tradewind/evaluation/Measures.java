package dev.tradewind.evaluation;

import java.util.Arrays;
import java.util.List;

/// Values of a task's measures, in the task's order; all finite.
public record Measures(List<Double> values) {

    public static final Measures NONE = new Measures(List.of());

    public Measures {
        values = List.copyOf(values);
        if (!values.stream().allMatch(Double::isFinite)) {
            throw new Scores.NotFinite("measures are finite: " + values);
        }
    }

    public static Measures of(double... values) {
        return new Measures(Arrays.stream(values).boxed().toList());
    }
}
