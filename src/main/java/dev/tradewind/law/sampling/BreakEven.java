package dev.tradewind.law.sampling;

import java.util.random.RandomGenerator;

/// Whether to train a proposer that then finds improvements for less, once.
///
/// @param bill of the training; more than 0
/// @param before cost of an improvement without it
/// @param after cost of an improvement with it
public record BreakEven(double bill, double before, double after) {

    /// The most it may cost compared with knowing beforehand how many improvements are wanted, when
    /// the point is drawn: e / (e - 1). It is 2 for [#improvements()].
    public static final double DRAWN_RATIO = Math.E / (Math.E - 1);

    public BreakEven {
        Numbers.positive(bill, "a training bill");
        Numbers.positive(before, "the cost before");
        Numbers.positive(after, "the cost after");
    }

    /// Whether training saves anything at all.
    public boolean pays() {
        return before > after;
    }

    /// Improvements from which on training pays, and, where nobody knows how many are wanted, the
    /// number to wait for: then the excess spent equals the bill, and no more than twice the least
    /// is ever spent (ski rental).
    ///
    /// @throws Inconclusive when training never pays
    public double improvements() {
        if (!pays()) {
            throw new Inconclusive(
                    "training never pays: an improvement costs %s before and %s after it"
                            .formatted(before, after));
        }
        return bill / (before - after);
    }

    /// A number to wait for, drawn so that [#DRAWN_RATIO] is expected at worst.
    public double drawn(RandomGenerator random) {
        return improvements() * Math.log1p(random.nextDouble() * (Math.E - 1));
    }
}
