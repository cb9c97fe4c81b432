package dev.tradewind.archive;

import dev.tradewind.evaluation.Scores;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// What nothing offered so far dominates, at most as many as there is room for, and how much it
/// covers. With one objective it has one member: the best.
///
/// Of equal scores one is kept, the first in the order of members. While nothing had to give way
/// for want of room, the same offers leave the same front whatever their order. An offer looks at
/// each member once; when the front is full the most crowded member goes, never the best in
/// something while there are others.
///
/// @param <M> a member
public final class ParetoFront<M> {

    private final Kind<M> kind;
    private final int capacity;
    private final Hypervolume volume;
    private final List<M> members = new ArrayList<>();

    /// What members are.
    ///
    /// @param scores of one, by which it is preferred
    /// @param order total; what dominates comes before what it dominates
    public record Kind<M>(Preference preference, Function<M, Scores> scores, Comparator<M> order) {}

    /// An empty front.
    ///
    /// @param reference where the hypervolume is counted from
    /// @param capacity most members, 1 or more
    public ParetoFront(Kind<M> kind, Reference reference, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a front has at least 1 member, not " + capacity);
        }
        this.kind = kind;
        this.capacity = capacity;
        volume = Hypervolume.above(reference);
    }

    /// Takes a member in unless one that is there dominates it; whether it was taken in.
    public boolean offer(M newcomer) {
        if (members.stream().anyMatch(member -> stands(member, newcomer))) {
            return false;
        }
        volume.add(scores(newcomer));
        members.removeIf(member -> covers(newcomer, member));
        members.add(-1 - Collections.binarySearch(members, newcomer, kind.order()), newcomer);
        return members.size() <= capacity || !dropped().equals(newcomer);
    }

    private boolean stands(M member, M newcomer) {
        return covers(member, newcomer)
                && (!covers(newcomer, member) || kind.order().compare(member, newcomer) <= 0);
    }

    private boolean covers(M one, M other) {
        return kind.preference().covers(scores(one), scores(other));
    }

    private Scores scores(M member) {
        return kind.scores().apply(member);
    }

    private M dropped() {
        List<Scores> all = members.stream().map(this::scores).toList();
        int most = Standing.ranking(kind.preference(), all).getLast();
        M dropped = members.remove(most);
        volume.remove(scores(dropped));
        return dropped;
    }

    /// The members in their order: a copy.
    public List<M> members() {
        return List.copyOf(members);
    }

    /// The member that comes first.
    ///
    /// @throws java.util.NoSuchElementException while there is none
    public M first() {
        return members.getFirst();
    }

    /// What the members cover above the reference, in the product of the objectives' units.
    public double hypervolume() {
        return volume.value();
    }
}
