package dev.tradewind.report;

import dev.tradewind.evaluation.FailureCause;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What became of the proposals.
///
/// @param scored with a score
/// @param turnedAway before an evaluation was spent on them
/// @param failed in their evaluation
/// @param causes how many by cause, such as `timeout`, in the order of [FailureCause]
public record Outcomes(long scored, long turnedAway, long failed, Map<String, Long> causes) {

    public Outcomes {
        causes = Ordered.copy(causes);
    }

    public static Outcomes of(long scored, Map<FailureCause, Long> causes) {
        Map<String, Long> named = new LinkedHashMap<>();
        new TreeMap<>(causes).forEach((cause, count) -> named.put(word(cause), count));
        long turnedAway = sum(causes, true);
        return new Outcomes(scored, turnedAway, sum(causes, false), named);
    }

    /// A cause as people and documents say it: `invalid result`.
    public static String word(FailureCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long sum(Map<FailureCause, Long> causes, boolean before) {
        return causes.entrySet().stream()
                .filter(entry -> entry.getKey().beforeEvaluation() == before)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
