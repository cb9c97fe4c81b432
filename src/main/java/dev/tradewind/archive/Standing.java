package dev.tradewind.archive;

import dev.tradewind.evaluation.Scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where scores stand among others (Deb, Pratap, Agarwal and Meyarivan 2002, "NSGA-II"). The better
/// standing comes first.
///
/// @param front 0 for what nothing dominates, 1 for what only these dominate, and so on
/// @param crowding how far the neighbours on the same front are, summed over the objectives, each
///   in parts of that front's extent; infinite at its ends. Equal scores count once and share it
public record Standing(int front, double crowding) implements Comparable<Standing> {

    @Override
    public int compareTo(Standing other) {
        int byFront = Integer.compare(front, other.front);
        return byFront != 0 ? byFront : Double.compare(other.crowding, crowding);
    }

    /// The standing of each among all, in the order given. With one objective each value is a front
    /// of its own, the best one first.
    public static List<Standing> of(Preference preference, List<Scores> all) {
        return new Sorting(preference, all).standings();
    }

    /// Sorts one by one into fronts, best first (Zhang, Tian, Cheng and Jin 2015, "ENS"): nothing
    /// can be dominated by what comes after it, so the first front without a dominating member is
    /// found by halving.
    private static final class Sorting {

        private final Preference preference;
        private final List<Scores> all;
        private final int[] order;

        /// For each front its members, distinct, as positions in the list.
        private final List<List<Integer>> fronts = new ArrayList<>();

        private final int[] front;
        private final double[] crowding;

        Sorting(Preference preference, List<Scores> all) {
            this.preference = preference;
            this.all = all;
            this.front = new int[all.size()];
            this.crowding = new double[all.size()];
            this.order =
                    IntStream.range(0, all.size())
                            .boxed()
                            .sorted(Comparator.comparing(all::get, preference))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }

        List<Standing> standings() {
            for (int place = 0; place < order.length; place++) {
                front[order[place]] = repeats(place) ? front[order[place - 1]] : placed(place);
            }
            fronts.forEach(this::crowd);
            for (int place = 1; place < order.length; place++) {
                if (repeats(place)) {
                    crowding[order[place]] = crowding[order[place - 1]];
                }
            }
            return IntStream.range(0, all.size())
                    .mapToObj(at -> new Standing(front[at], crowding[at]))
                    .toList();
        }

        private boolean repeats(int place) {
            return place > 0 && all.get(order[place]).equals(all.get(order[place - 1]));
        }

        /// With one objective what came before is better: nothing is looked for.
        private int placed(int place) {
            int low = preference.several() ? 0 : fronts.size();
            int high = fronts.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (dominates(fronts.get(middle), order[place])) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low == fronts.size()) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(low).add(order[place]);
            return low;
        }

        /// Members come in the order of the first objective, so with two objectives the last one is
        /// the best of them in the second, and speaks for all.
        private boolean dominates(List<Integer> members, int newcomer) {
            int oldest = preference.objectives().size() <= 2 ? members.size() - 1 : 0;
            for (int at = members.size() - 1; at >= oldest; at--) {
                if (preference.covers(all.get(members.get(at)), all.get(newcomer))) {
                    return true;
                }
            }
            return false;
        }

        private void crowd(List<Integer> members) {
            if (members.size() <= 2) {
                members.forEach(end -> crowding[end] = Double.POSITIVE_INFINITY);
                return;
            }
            for (int objective = 0; objective < preference.objectives().size(); objective++) {
                spread(members, objective);
            }
        }

        private void spread(List<Integer> members, int objective) {
            int[] sorted =
                    members.stream()
                            .sorted(Comparator.comparingDouble(at -> value(at, objective)))
                            .mapToInt(Integer::intValue)
                            .toArray();
            int last = sorted.length - 1;
            double extent = value(sorted[last], objective) - value(sorted[0], objective);
            crowding[sorted[0]] = Double.POSITIVE_INFINITY;
            crowding[sorted[last]] = Double.POSITIVE_INFINITY;
            for (int at = 1; at < last && extent > 0; at++) {
                double gap = value(sorted[at + 1], objective) - value(sorted[at - 1], objective);
                crowding[sorted[at]] += gap / extent;
            }
        }

        private double value(int at, int objective) {
            return preference.ascending(all.get(at), objective);
        }
    }

    /// Positions of the list, the best standing first, of equals the earlier first.
    public static List<Integer> ranking(Preference preference, List<Scores> all) {
        List<Standing> standings = of(preference, all);
        Integer[] places = IntStream.range(0, all.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(places, Comparator.comparing(standings::get));
        return List.of(places);
    }
}
