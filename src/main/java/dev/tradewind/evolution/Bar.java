package dev.tradewind.evolution;

import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

import java.util.ArrayList;
import java.util.List;

/// Training scores from which on a candidate is worth validating: none of them may dominate it.
/// With one objective that is a single value that must be reached.
///
/// @param scores none of which dominates another; at least one
public record Bar(List<Scores> scores) {

    public Bar {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("a bar has at least one score");
        }
    }

    /// The value to be reached of a single objective.
    public static Bar of(double value) {
        return new Bar(List.of(Scores.of(value)));
    }

    /// Just above what is known, so that whatever merely equals it stays below.
    static Bar above(List<Scores> known, Preference preference) {
        Objective first = preference.objectives().getFirst();
        return new Bar(known.stream().map(scores -> raised(scores, first.direction())).toList());
    }

    private static Scores raised(Scores scores, Direction direction) {
        double first = scores.first();
        double next =
                switch (direction) {
                    case MINIMISE -> Math.nextDown(first);
                    case MAXIMISE -> Math.nextUp(first);
                };
        List<Double> raised = new ArrayList<>(scores.values());
        raised.set(0, Double.isFinite(next) ? next : first);
        return new Scores(raised);
    }

    /// Whether a candidate with these training scores is worth validating.
    public boolean reached(Scores training, Preference preference) {
        return scores.stream().noneMatch(known -> preference.dominates(known, training));
    }
}
