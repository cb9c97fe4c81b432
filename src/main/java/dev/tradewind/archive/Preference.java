package dev.tradewind.archive;

import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Mark;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

import java.util.Comparator;
import java.util.List;

/// Which scores are preferred to which, by any number of objectives.
///
/// What meets every bound comes before what misses one, and of those the one that misses them by
/// less (Deb 2000, "An efficient constraint handling method for genetic algorithms"); between
/// equals in this the one that is at least as good in everything and better in something. With one
/// objective that is the better value.
///
/// As a comparator it sorts the preferred first and settles what is left open by the objectives in
/// their order: whatever dominates something comes before it.
public record Preference(List<Objective> objectives) implements Comparator<Scores> {

    public Preference {
        objectives = List.copyOf(objectives);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("nothing is preferred without an objective");
        }
    }

    /// By one objective alone.
    public static Preference of(Objective objective) {
        return new Preference(List.of(objective));
    }

    /// Whether there is more than one objective.
    public boolean several() {
        return objectives.size() > 1;
    }

    /// By how much scores miss the bounds: the sum over the objectives; 0 when they meet all.
    public double violation(Scores scores) {
        double violation = 0;
        for (int at = 0; at < objectives.size(); at++) {
            violation += objectives.get(at).violation(scores.values().get(at));
        }
        return violation;
    }

    /// Whether the first are preferred to the second for sure.
    public boolean dominates(Scores one, Scores other) {
        return covers(one, other) && !covers(other, one);
    }

    /// Whether the first dominate the second or equal them.
    public boolean covers(Scores one, Scores other) {
        int byViolation = Double.compare(violation(one), violation(other));
        return byViolation != 0 ? byViolation < 0 : noWorse(one, other);
    }

    private boolean noWorse(Scores one, Scores other) {
        for (int at = 0; at < objectives.size(); at++) {
            if (direction(at).better(other.values().get(at), one.values().get(at))) {
                return false;
            }
        }
        return true;
    }

    /// Whether all targets are met, of which there must be one, and all bounds.
    public boolean reached(Scores scores) {
        boolean any = false;
        for (int at = 0; at < objectives.size(); at++) {
            Objective objective = objectives.get(at);
            if (objective.marks().target() instanceof Mark.At) {
                any = true;
                if (!objective.reached(scores.values().get(at))) {
                    return false;
                }
            }
        }
        return any && violation(scores) == 0;
    }

    /// The value of an objective as a quantity to be maximised.
    double ascending(Scores scores, int at) {
        return direction(at).ascending(scores.values().get(at));
    }

    private Direction direction(int at) {
        return objectives.get(at).direction();
    }

    @Override
    public int compare(Scores one, Scores other) {
        int order = Double.compare(violation(one), violation(other));
        for (int at = 0; order == 0 && at < objectives.size(); at++) {
            order = Double.compare(ascending(other, at), ascending(one, at));
        }
        return order;
    }
}
