package dev.tradewind.law.comparison;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The geometric mean of what one paid for a target over what another paid for the same.
///
/// A target that was not reached counts with all that was spent for it. Where that happened to the
/// one only, the ratio is too low; to the other only, too high; to both, it counts as 1 or so,
/// which says nothing for either.
///
/// @param pairs games that count: neither had the target for nothing
/// @param low of the 95 % interval, by Student's t on logarithms
/// @param high of the same
/// @param missed pairs whose target the one did not reach, and the other did
/// @param otherMissed pairs whose target the other did not reach, and the one did
/// @param bothMissed pairs whose target neither reached
public record CostRatio(
        int pairs,
        double mean,
        double low,
        double high,
        int missed,
        int otherMissed,
        int bothMissed) {

    /// What a mean of bounds and numbers is.
    public enum Bound {
        /// Every target was reached by both.
        EXACT,
        /// The true ratio is this or more.
        AT_LEAST,
        /// The true ratio is this or less.
        AT_MOST,
        /// Bounds on either side are in it.
        NEITHER
    }

    /// Pair by pair.
    ///
    /// @param own costs of the one, game by game
    /// @param other costs of the other, of the same games
    /// @return null when fewer than 2 pairs count: nothing can be concluded
    public static @Nullable CostRatio of(List<Reach> own, List<Reach> other) {
        if (own.size() != other.size()) {
            throw new IllegalArgumentException(
                    "%d games cannot be paired with %d".formatted(own.size(), other.size()));
        }
        List<Pair> pairs = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            Pair pair = new Pair(own.get(at), other.get(at));
            if (pair.counts()) {
                pairs.add(pair);
            }
        }
        return pairs.size() < 2 ? null : of(pairs);
    }

    private static CostRatio of(List<Pair> pairs) {
        Paired logs = Paired.of(pairs.stream().mapToDouble(Pair::log).toArray());
        return new CostRatio(
                pairs.size(),
                Math.exp(logs.mean()),
                Math.exp(logs.low()),
                Math.exp(logs.high()),
                count(pairs, false, true),
                count(pairs, true, false),
                count(pairs, false, false));
    }

    private static int count(List<Pair> pairs, boolean own, boolean other) {
        return (int)
                pairs.stream()
                        .filter(pair -> pair.own.reached() == own && pair.other.reached() == other)
                        .count();
    }

    /// Whether the mean is a number or a bound of it.
    public Bound bound() {
        if (bothMissed > 0 || (missed > 0 && otherMissed > 0)) {
            return Bound.NEITHER;
        }
        if (missed > 0) {
            return Bound.AT_LEAST;
        }
        return otherMissed > 0 ? Bound.AT_MOST : Bound.EXACT;
    }

    private record Pair(Reach own, Reach other) {

        boolean counts() {
            return own.cost() > 0 && other.cost() > 0;
        }

        double log() {
            return Math.log(own.cost() / other.cost());
        }
    }
}
