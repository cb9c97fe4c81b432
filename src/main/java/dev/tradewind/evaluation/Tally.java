package dev.tradewind.evaluation;

import java.util.Arrays;

/// What a scorer counted on one instance, in amounts that can be added up over a set, such as `bins
/// used, lower bound`. Compared by content.
public final class Tally {

    private final double[] amounts;

    private Tally(double[] amounts) {
        this.amounts = amounts;
    }

    public static Tally of(double... amounts) {
        return new Tally(amounts.clone());
    }

    /// The amount at a position, counted from 0.
    public double amount(int position) {
        return amounts[position];
    }

    /// All finite.
    public boolean finite() {
        return Arrays.stream(amounts).allMatch(Double::isFinite);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(amounts, tally.amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        return Arrays.toString(amounts);
    }
}
