package dev.tradewind.cli;

import dev.tradewind.archive.Preference;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.journal.Flight;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A recorded program that may be on the front of its run.
record Ranked(Recorded program, Scores training, Scores validation) {

    /// As they were ranked in the run: by validation, then by training, the shorter and then the
    /// earlier program first.
    static Comparator<Ranked> order(Preference preference) {
        return Comparator.comparing(Ranked::validation, preference)
                .thenComparing(Ranked::training, preference)
                .thenComparingInt(one -> one.program().program().length())
                .thenComparingLong(one -> one.program().number());
    }

    /// A flight with its scores, on training where it was never validated; nothing where it has
    /// none.
    static List<Ranked> of(Flight flight) {
        Recorded program = new Recorded.Flown(flight);
        return scores(program.training())
                .flatMap(
                        training ->
                                scores(program.validation().or(program::training))
                                        .map(held -> new Ranked(program, training, held)))
                .stream()
                .toList();
    }

    private static Optional<Scores> scores(Optional<Evaluation> evaluation) {
        return evaluation
                .filter(Scored.class::isInstance)
                .map(Scored.class::cast)
                .map(Scored::scores);
    }

    /// A program of which the journal tells no scores and beside which there is no other.
    static Ranked unknown(Recorded program, int objectives) {
        Scores none = new Scores(Collections.nCopies(objectives, 0.0));
        return new Ranked(program, none, none);
    }
}
