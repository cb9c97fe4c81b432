package dev.tradewind.search;

import dev.tradewind.evaluation.FailureCause;

import java.util.EnumMap;
import java.util.Map;

/// What became of the flights settled so far. A snapshot.
///
/// @param scored candidates with a score
/// @param causes how many were turned away or failed, by cause; causes that never happened absent
public record Counts(long scored, Map<FailureCause, Long> causes) {

    public Counts {
        causes = Map.copyOf(causes);
    }

    /// Turned away before an evaluation was spent on them.
    public long turnedAway() {
        return sum(true);
    }

    /// Failed in their evaluation.
    public long failed() {
        return sum(false);
    }

    /// All flights.
    public long total() {
        return scored + turnedAway() + failed();
    }

    private long sum(boolean before) {
        return causes.entrySet().stream()
                .filter(entry -> entry.getKey().beforeEvaluation() == before)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// Counts as it goes.
    static final class Counter {

        private final Map<FailureCause, Long> causes = new EnumMap<>(FailureCause.class);
        private long scored;

        void scored() {
            scored++;
        }

        void cause(FailureCause cause) {
            causes.merge(cause, 1L, Long::sum);
        }

        Counts counts() {
            return new Counts(scored, causes);
        }
    }
}
