package dev.tradewind.archive;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The area of a union of rectangles that all have one corner at the origin, kept up to date corner
/// by corner. A change takes a time that grows with the logarithm of the number of corners, and as
/// many steps more as corners disappear behind a new one.
final class Staircase {

    /// Heights by width, falling: corners behind others are left out.
    private final NavigableMap<Double, Double> heights = new TreeMap<>();

    private double area;

    double area() {
        return area;
    }

    /// Adds a rectangle of a width and a height above 0.
    void add(double width, double height) {
        double covered = heightAt(heights.ceilingEntry(width));
        if (covered >= height) {
            return;
        }
        double edge = width;
        Map.Entry<Double, Double> left = heights.floorEntry(width);
        while (left != null && left.getValue() <= height) {
            area += (edge - left.getKey()) * (height - covered);
            edge = left.getKey();
            covered = left.getValue();
            heights.remove(edge);
            left = heights.lowerEntry(edge);
        }
        area += (edge - widthOf(left)) * (height - covered);
        heights.put(width, height);
    }

    /// Takes a corner away, unless it is behind others. What it hid does not come back.
    void remove(double width, double height) {
        if (heights.remove(width, height)) {
            double left = widthOf(heights.lowerEntry(width));
            area -= (width - left) * (height - heightAt(heights.higherEntry(width)));
        }
    }

    private static double heightAt(Map.@Nullable Entry<Double, Double> entry) {
        return entry == null ? 0 : entry.getValue();
    }

    private static double widthOf(Map.@Nullable Entry<Double, Double> entry) {
        return entry == null ? 0 : entry.getKey();
    }
}
