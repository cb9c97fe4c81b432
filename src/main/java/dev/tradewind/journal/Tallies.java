package dev.tradewind.journal;

import dev.tradewind.evaluation.FailureCause;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What became of a line's settled flights, counted.
///
/// @param advised flights that brought advice in place of a program
/// @param causes how many were rejected, by cause, in the order of the causes; those that never
///   happened are absent
public record Tallies(
        long newCluster,
        long joinedCluster,
        long notKept,
        long advised,
        Map<FailureCause, Long> causes) {

    public Tallies {
        Map<FailureCause, Long> sorted = new EnumMap<>(FailureCause.class);
        sorted.putAll(causes);
        causes = Collections.unmodifiableMap(sorted);
    }

    /// Flights with a score.
    public long scored() {
        return newCluster + joinedCluster + notKept;
    }

    /// Flights without one.
    public long rejected() {
        return causes.values().stream().mapToLong(Long::longValue).sum();
    }

    public long settled() {
        return scored() + advised + rejected();
    }
}
