package dev.tradewind.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Values of a task's objectives, in the task's order; all finite.
public record Scores(List<Double> values) {

    public Scores {
        values = List.copyOf(values);
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new NotFinite("scores are finite and at least one: " + values);
        }
    }

    /// What a scorer computed is no score; the candidate is to blame, who led it there.
    static final class NotFinite extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private NotFinite(String message) {
            super(message);
        }
    }

    public static Scores of(double value) {
        return new Scores(List.of(value));
    }

    /// Of each objective the worse value.
    ///
    /// @param objectives as many as there are values
    public Scores worst(Scores other, List<Objective> objectives) {
        List<Double> worst = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            double one = values.get(at);
            double two = other.values.get(at);
            worst.add(objectives.get(at).direction().better(one, two) ? two : one);
        }
        return new Scores(worst);
    }

    /// The value of the first objective.
    public double first() {
        return values.getFirst();
    }
}
