package dev.tradewind.archive;

import java.util.Comparator;

/// The order of merit on training: the preferred scores first, then the shorter program, then the
/// earlier flight. Total for the elites of one run, because flights are numbered.
public record BetterFirst(Preference preference) implements Comparator<Elite> {

    @Override
    public int compare(Elite one, Elite other) {
        int byScore = preference.compare(one.training(), other.training());
        if (byScore != 0) {
            return byScore;
        }
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : Long.compare(one.flight(), other.flight());
    }
}
