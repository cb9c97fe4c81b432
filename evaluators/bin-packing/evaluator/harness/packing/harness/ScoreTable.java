package packing.harness;

import packing.PerBinRule;

import java.util.Arrays;

/// The scores of a rule for all items and bins of one capacity, each computed when first wanted.
final class ScoreTable {

    private final PerBinRule rule;
    private final int capacity;

    /// A row for each item size met, by the room left; not a number where not computed yet.
    private final double[][] rows;

    ScoreTable(PerBinRule rule, int capacity) {
        this.rule = rule;
        this.capacity = capacity;
        rows = new double[capacity + 1][];
    }

    /// The scores known for an item, by the room left; NaN where [#score] was not asked yet.
    double[] row(int item) {
        double[] row = rows[item];
        if (row == null) {
            row = new double[capacity + 1];
            Arrays.fill(row, Double.NaN);
            rows[item] = row;
        }
        return row;
    }

    double score(int item, int remaining) throws InvalidAnswer {
        double known = row(item)[remaining];
        return Double.isNaN(known) ? compute(item, remaining) : known;
    }

    private double compute(int item, int remaining) throws InvalidAnswer {
        double score = rule.priority(item, remaining, capacity);
        if (Double.isNaN(score)) {
            throw new InvalidAnswer(
                    "scored NaN for item %d in a bin with %d of %d left"
                            .formatted(item, remaining, capacity));
        }
        rows[item][remaining] = score;
        return score;
    }
}
