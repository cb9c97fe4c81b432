package dev.tradewind.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Volumes of unions of boxes that all have one corner at the origin and the opposite one at a
/// point with coordinates above 0 (While, Bradstreet and Barone 2012, "A fast way of calculating
/// exact hypervolumes", whose idea this follows).
///
/// Exact but for rounding, in any number of dimensions. The time grows with the number of points to
/// the power of the number of dimensions less one at worst.
final class Boxes {

    private Boxes() {}

    /// The volume of the union.
    static double volume(List<double[]> points) {
        List<double[]> left = new ArrayList<>(points);
        left.sort(Comparator.comparingDouble((double[] point) -> point[0]).reversed());
        double volume = 0;
        for (int at = 0; at < left.size(); at++) {
            volume += exclusive(left.get(at), left.subList(at + 1, left.size()));
        }
        return volume;
    }

    /// What a point's box holds that no other's does: all of it, less the union of what the others
    /// have in common with it.
    static double exclusive(double[] point, List<double[]> others) {
        if (others.stream().anyMatch(other -> covers(other, point))) {
            return 0;
        }
        List<double[]> common = others.stream().map(other -> common(point, other)).toList();
        return box(point) - volume(widest(common));
    }

    private static double box(double[] point) {
        double volume = 1;
        for (double side : point) {
            volume *= side;
        }
        return volume;
    }

    private static double[] common(double[] one, double[] other) {
        double[] corner = one.clone();
        for (int at = 0; at < corner.length; at++) {
            corner[at] = Math.min(corner[at], other[at]);
        }
        return corner;
    }

    /// Those that no other one holds.
    private static List<double[]> widest(List<double[]> points) {
        List<double[]> widest = new ArrayList<>();
        for (double[] point : points) {
            if (widest.stream().noneMatch(kept -> covers(kept, point))) {
                widest.removeIf(kept -> covers(point, kept));
                widest.add(point);
            }
        }
        return widest;
    }

    private static boolean covers(double[] one, double[] other) {
        for (int at = 0; at < one.length; at++) {
            if (one[at] < other[at]) {
                return false;
            }
        }
        return true;
    }
}
