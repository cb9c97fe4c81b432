package dev.tradewind.archive;

import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where a hypervolume is counted from: for each objective the task's `reference` where it names
/// one, otherwise its bound, otherwise what the seed reaches. What is no better than that in some
/// objective, or misses a bound, adds nothing.
///
/// @param point one value for each objective
public record Reference(Preference preference, List<Double> point) {

    public Reference {
        point = List.copyOf(point);
    }

    /// The reference of a run.
    ///
    /// @param seed what the task's starting program reaches on the same instances
    public static Reference of(Preference preference, Scores seed) {
        List<Double> point = new ArrayList<>();
        for (int at = 0; at < preference.objectives().size(); at++) {
            Objective objective = preference.objectives().get(at);
            double otherwise = objective.marks().bound().or(seed.values().get(at));
            point.add(objective.marks().reference().or(otherwise));
        }
        return new Reference(preference, point);
    }

    /// By how much scores are better than this, objective by objective.
    private double[] gains(Scores scores) {
        double[] gains = new double[point.size()];
        Scores start = new Scores(point);
        for (int at = 0; at < gains.length; at++) {
            gains[at] = preference.ascending(scores, at) - preference.ascending(start, at);
        }
        return gains;
    }

    /// The corners of what several scores cover, without those that add nothing.
    List<double[]> corners(List<Scores> all) {
        return all.stream()
                .filter(scores -> preference.violation(scores) == 0)
                .map(this::gains)
                .filter(gains -> Arrays.stream(gains).allMatch(gain -> gain > 0))
                .toList();
    }

    /// The hypervolume of a set of scores, in the product of the objectives' units.
    public double hypervolume(List<Scores> all) {
        return Boxes.volume(corners(all));
    }

    /// What scores add to the hypervolume of others.
    public double contribution(Scores scores, List<Scores> others) {
        List<double[]> corner = corners(List.of(scores));
        return corner.isEmpty() ? 0 : Boxes.exclusive(corner.getFirst(), corners(others));
    }
}
