package dev.tradewind.evolution;

import dev.tradewind.archive.BetterFirst;
import dev.tradewind.archive.Preference;

import java.util.Comparator;

/// The order in which programs may be called the best: by validation, and between equals by what an
/// archive goes by. With several objectives the first of them counts most, which matters for
/// telling members of a front in an order and for nothing else.
public record ChampionFirst(Preference preference) implements Comparator<Champion> {

    @Override
    public int compare(Champion one, Champion other) {
        int byValidation = preference.compare(one.validation(), other.validation());
        return byValidation != 0
                ? byValidation
                : new BetterFirst(preference).compare(one.elite(), other.elite());
    }
}
