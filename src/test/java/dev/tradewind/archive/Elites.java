package dev.tradewind.archive;

import dev.tradewind.evaluation.Breakdown;
import dev.tradewind.evaluation.Direction;
import dev.tradewind.evaluation.Objective;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.evaluation.Signature;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;

/// Elites for tests, made from the few things an archive looks at.
public final class Elites {

    private Elites() {}

    /// Of one objective that improves this way.
    public static Preference one(Direction direction) {
        return Preference.of(new Objective("value", direction, "1"));
    }

    /// An elite that shares its cluster with no other flight.
    public static Elite alone(long flight, double value) {
        return of(flight, value, flight, 10);
    }

    /// An elite whose program is a text of this many characters, different for every flight.
    public static Elite of(long flight, double value, long signature, int length) {
        String name = Long.toString(flight);
        return of(flight, value, signature, name + "x".repeat(Math.max(0, length - name.length())));
    }

    /// An elite with this program text.
    public static Elite of(long flight, double value, long signature, String text) {
        return new Elite(
                flight,
                Candidate.seed(Program.of("Rule.java", text)),
                Scores.of(value),
                new Signature(signature),
                Breakdown.NONE);
    }
}
