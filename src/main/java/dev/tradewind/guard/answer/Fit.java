package dev.tradewind.guard.answer;

import dev.tradewind.program.Region;

import java.util.List;
import java.util.Map;

/// New insides for regions of one file.
///
/// @param rank how sure it is that the text was meant for them
/// @param form how they were given, in a word or two
record Fit(Rank rank, String form, Map<Region, List<String>> insides) {

    Fit {
        insides = Map.copyOf(insides);
    }

    static Fit of(Rank rank, String form, Opening opening, List<String> inside) {
        return new Fit(rank, form, Map.of(opening.region(), inside));
    }

    /// Surer ones last.
    enum Rank {
        /// Some code, for want of better.
        GUESSED,
        /// It has lines of the region, or goes on with its method.
        ALIKE,
        /// The fixed text or the markers around it were found.
        FRAMED
    }
}
