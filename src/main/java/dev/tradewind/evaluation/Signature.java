package dev.tradewind.evaluation;

import java.util.List;

/// What a candidate reached on each instance, boiled down to 64 bits: candidates with equal
/// signatures did equally well on every single instance and share a cluster (FunSearch, Methods).
///
/// @param hash of the instances' tallies, in the task's order, or of its answers to them
public record Signature(long hash) {

    private static final long START = 0x9e3779b97f4a7c15L;

    static Signature of(List<Tally> tallies) {
        long hash = START;
        for (Tally tally : tallies) {
            hash = tally.addTo(hash);
        }
        return new Signature(hash);
    }

    /// Of a candidate's answers, where what they come to is measured by others.
    ///
    /// @param digest at least 64 bits in hexadecimal digits
    static Signature of(String digest) {
        return new Signature(Long.parseUnsignedLong(digest, 0, Long.SIZE / 4, 16));
    }
}
