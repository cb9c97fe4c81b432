package dev.tradewind.archive;

import dev.tradewind.evaluation.Scores;

import java.util.ArrayList;
import java.util.List;

/// The hypervolume of a front that changes: what its members cover above the reference (Zitzler and
/// Thiele 1998). One objective is measured by length, two by area, more by volume.
///
/// With up to two objectives it follows each change on a [Staircase]; with more, by what the
/// changed member alone covers ([Boxes]). Rounding apart it equals [Reference#hypervolume] at any
/// time.
sealed interface Hypervolume {

    double value();

    /// Adds scores that dominate nothing, or whose dominated ones are removed after it.
    void add(Scores scores);

    /// Takes scores away that no other member covers.
    void remove(Scores scores);

    static Hypervolume above(Reference reference) {
        return reference.point().size() <= 2 ? new Flat(reference) : new Deep(reference);
    }

    /// Of one or two objectives. One is as two of which the second is always 1.
    record Flat(Reference reference, Staircase stairs) implements Hypervolume {

        Flat(Reference reference) {
            this(reference, new Staircase());
        }

        @Override
        public double value() {
            return stairs.area();
        }

        @Override
        public void add(Scores scores) {
            reference.corners(List.of(scores)).forEach(at -> stairs.add(at[0], height(at)));
        }

        @Override
        public void remove(Scores scores) {
            reference.corners(List.of(scores)).forEach(at -> stairs.remove(at[0], height(at)));
        }

        private static double height(double[] corner) {
            return corner.length == 1 ? 1 : corner[1];
        }
    }

    /// Of any number of objectives.
    final class Deep implements Hypervolume {

        private final Reference reference;
        private final List<Scores> members = new ArrayList<>();
        private double value;

        Deep(Reference reference) {
            this.reference = reference;
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public void add(Scores scores) {
            value += reference.contribution(scores, members);
            members.removeIf(member -> reference.preference().covers(scores, member));
            members.add(scores);
        }

        @Override
        public void remove(Scores scores) {
            if (members.remove(scores)) {
                value -= reference.contribution(scores, members);
            }
        }
    }
}
