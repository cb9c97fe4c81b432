package dev.tradewind.proposer.breeding;

import dev.tradewind.proposer.breeding.Slots.Slot;

import io.jenetics.ext.util.TreeNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A body taken apart: a copy of its tree to change, with what is needed to change it.
final class Bench {

    /// Most subtrees of a tree are leaves; operators are to move more than those (Koza, 1992).
    private static final double INNER = 0.8;

    private static final int PHRASE = 5;

    private final Body body;
    private final List<Body> donors;
    private final RandomGenerator random;
    private final TreeNode<Symbol> tree;
    private final Slots slots;
    private final Repair repair;

    /// @param donors bodies of other programs to take material from, or none
    Bench(Body body, List<Body> donors, RandomGenerator random) {
        this.body = body;
        this.donors = donors;
        this.random = random;
        this.tree = body.tree().copy();
        this.slots = new Slots(body);
        this.repair = new Repair(slots);
    }

    Body body() {
        return body;
    }

    List<Body> donors() {
        return donors;
    }

    RandomGenerator random() {
        return random;
    }

    TreeNode<Symbol> tree() {
        return tree;
    }

    /// What became of the body.
    Body result() {
        return body.with(tree);
    }

    List<Slot> places() {
        return slots.in(tree);
    }

    /// Some place, inner nodes preferred; null when the tree has none.
    @Nullable Slot place() {
        return preferInner(places());
    }

    /// One of some places, inner nodes preferred; null when there are none.
    @Nullable Slot preferInner(List<Slot> places) {
        List<Slot> inner = places.stream().filter(slot -> !slot.node().isLeaf()).toList();
        return any(!inner.isEmpty() && chance(INNER) ? inner : places);
    }

    /// One of a list, or null when it is empty.
    <T> @Nullable T any(List<T> all) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Grows expressions that may mention what is in reach at a node.
    Growth growth(TreeNode<Symbol> node) {
        return growth(Names.reach(body, node));
    }

    /// Grows expressions for a statement that is to stand at an index of a block.
    Growth growth(TreeNode<Symbol> block, int index) {
        return growth(Names.reach(body, block, index));
    }

    private Growth growth(List<Local> reach) {
        return new Growth(body.widest(), reach, phrases(reach), random);
    }

    /// Small parts of the tree that are made of names in reach alone.
    private List<TreeNode<Symbol>> phrases(List<Local> reach) {
        List<TreeNode<Symbol>> found = new ArrayList<>();
        for (TreeNode<Symbol> each : Trees.all(tree, Symbol.Apply.class::isInstance)) {
            if (Trees.kind(each).numeric()
                    && Trees.size(each) <= PHRASE
                    && Trees.all(each, symbol -> !known(symbol, reach)).isEmpty()) {
                found.add(each);
            }
        }
        return found;
    }

    private static boolean known(Symbol symbol, List<Local> reach) {
        return switch (symbol) {
            case Symbol.Variable variable ->
                    reach.stream()
                            .anyMatch(
                                    local ->
                                            local.name().equals(variable.name())
                                                    && local.kind().equals(variable.kind()));
            case Symbol.Apply _, Symbol.Constant _, Symbol.Cast _ -> true;
            default -> false;
        };
    }

    /// Puts a fresh expression in a place and mends what that upsets.
    void put(Slot slot, TreeNode<Symbol> fresh) {
        Trees.replace(slot.node(), fresh);
        repair.mendAll(fresh);
        repair.mend(fresh);
    }

    /// The kind a literal at a node may have: that of its place where it takes numbers.
    Kind kindOf(TreeNode<Symbol> literal) {
        Kind place = slots.kind(literal);
        return place.numeric() ? place : Trees.kind(literal);
    }

    /// Whether the expression at a node may be replaced.
    boolean varies(TreeNode<Symbol> node) {
        return slots.kind(node).scalar();
    }

    /// Mends around a node that was changed in place.
    void mend(TreeNode<Symbol> node) {
        repair.mendAll(node);
        repair.mend(node);
    }
}
