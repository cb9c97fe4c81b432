package dev.tradewind.evolution;

import dev.tradewind.archive.BetterFirst;
import dev.tradewind.evaluation.Direction;

import java.util.Comparator;

/// The order in which programs may be called the best: by validation, and between equals by what an
/// archive goes by.
record ChampionFirst(Direction direction) implements Comparator<Champion> {

    @Override
    public int compare(Champion one, Champion other) {
        int byValidation =
                Double.compare(
                        direction.ascending(other.validation().first()),
                        direction.ascending(one.validation().first()));
        return byValidation != 0
                ? byValidation
                : new BetterFirst(direction).compare(one.elite(), other.elite());
    }
}
