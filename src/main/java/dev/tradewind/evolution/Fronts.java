package dev.tradewind.evolution;

import dev.tradewind.archive.ParetoFront;
import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;

import java.util.List;

/// Makes fronts of validated programs. With one objective such a front has one member, the
/// champion.
///
/// @param reference on the validation instances
public record Fronts(Reference reference) {

    /// Most members of a front. Enough to show a trade-off; each one is examined on the test
    /// instances in the end.
    public static final int CAPACITY = 32;

    /// The preference of a run and its reference.
    ///
    /// @param seed what the starting program is worth
    public static Fronts of(Preference preference, Champion seed) {
        return new Fronts(Reference.of(preference, seed.validation()));
    }

    Preference preference() {
        return reference.preference();
    }

    ChampionFirst order() {
        return new ChampionFirst(preference());
    }

    /// What a front covers, counted afresh: the same for the same members however they came.
    double covered(ParetoFront<Champion> front) {
        return reference.hypervolume(front.members().stream().map(Champion::validation).toList());
    }

    /// A front that has been offered these.
    public ParetoFront<Champion> with(List<Champion> members) {
        var kind = new ParetoFront.Kind<>(preference(), Champion::validation, order());
        ParetoFront<Champion> front = new ParetoFront<>(kind, reference, CAPACITY);
        members.forEach(front::offer);
        return front;
    }
}
