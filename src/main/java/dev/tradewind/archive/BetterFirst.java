package dev.tradewind.archive;

import dev.tradewind.evaluation.Direction;

import java.util.Comparator;

/// The order of merit on training: the better first objective first, then the shorter program, then
/// the earlier flight. Total for the elites of one run, because flights are numbered.
public record BetterFirst(Direction direction) implements Comparator<Elite> {

    @Override
    public int compare(Elite one, Elite other) {
        int byScore =
                Double.compare(
                        direction.ascending(other.training().first()),
                        direction.ascending(one.training().first()));
        if (byScore != 0) {
            return byScore;
        }
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : Long.compare(one.flight(), other.flight());
    }
}
