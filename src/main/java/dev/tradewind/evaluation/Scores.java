package dev.tradewind.evaluation;

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

        NotFinite(String message) {
            super(message);
        }
    }

    public static Scores of(double value) {
        return new Scores(List.of(value));
    }

    /// The value of the first objective.
    public double first() {
        return values.getFirst();
    }
}
