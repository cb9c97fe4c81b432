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

    double[] amounts() {
        return amounts.clone();
    }

    /// All finite.
    public boolean finite() {
        return Arrays.stream(amounts).allMatch(Double::isFinite);
    }

    /// Goes on with a 64-bit hash over the amounts of many tallies.
    long addTo(long hash) {
        long mixed = mix(hash + amounts.length);
        for (double amount : amounts) {
            mixed = mix(mixed ^ Double.doubleToLongBits(amount + 0.0));
        }
        return mixed;
    }

    /// A bijection that spreads every bit over all others (SplittableRandom's, 64 bits).
    private static long mix(long value) {
        long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
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
