package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

/// Puts right what a replaced expression upsets on the way up: kinds, integer division, indices.
final class Repair {

    private static final Symbol ONE = new Symbol.Constant(Kind.INT, "1");

    private final Slots slots;

    Repair(Slots slots) {
        this.slots = slots;
    }

    /// Replaces an expression and mends everything above it.
    void replace(TreeNode<Symbol> old, TreeNode<Symbol> fresh) {
        Trees.replace(old, fresh);
        mend(fresh);
    }

    /// Mends everything above an expression.
    void mend(TreeNode<Symbol> changed) {
        TreeNode<Symbol> node = changed;
        while (node.parent().isPresent()) {
            TreeNode<Symbol> parent = node.parent().get();
            switch (parent.value()) {
                case Symbol.Read read -> {
                    if (Trees.index(node) == 1) {
                        parent.value(new Symbol.Read(read.kind(), true));
                    }
                }
                case Symbol.Apply apply -> mend(parent, apply.function());
                default -> {}
            }
            node = parent;
        }
    }

    /// Mends a fresh expression or statement with all it holds, inside first.
    void mendAll(TreeNode<Symbol> node) {
        for (int i = 0; i < node.childCount(); i++) {
            mendAll(node.childAt(i));
        }
        if (node.value() instanceof Symbol.Apply apply) {
            mend(node, apply.function());
        }
    }

    private void mend(TreeNode<Symbol> node, Function function) {
        retype(node, function);
        if (!Trees.kind(node).integral()) {
            return;
        }
        Kind place = slots.kind(node);
        boolean widened =
                function == Function.DIVIDE || (function == Function.MULTIPLY && nested(node));
        if (place.floating() && widened) {
            widen(node, place);
            retype(node, function);
        } else if (function.divides() && !positive(node.childAt(1))) {
            guard(node);
            retype(node, function);
        }
    }

    private static void retype(TreeNode<Symbol> node, Function function) {
        Kind kind = function.kind(node.childStream().map(Trees::kind).toList());
        node.value(new Symbol.Apply(kind, function));
    }

    /// Products of products leave the range of an int soon.
    private static boolean nested(TreeNode<Symbol> node) {
        return !node.childAt(0).isLeaf() || !node.childAt(1).isLeaf();
    }

    private static void widen(TreeNode<Symbol> node, Kind place) {
        TreeNode<Symbol> left = node.childAt(0);
        TreeNode<Symbol> cast = Trees.leaf(new Symbol.Cast(place));
        node.replace(0, cast);
        cast.attach(left.detach());
    }

    private static void guard(TreeNode<Symbol> node) {
        TreeNode<Symbol> right = node.childAt(1);
        TreeNode<Symbol> guard = Trees.leaf(ONE);
        TreeNode<Symbol> max = Trees.leaf(new Symbol.Apply(Trees.kind(right), Function.MAX));
        node.replace(1, max);
        max.attach(guard);
        max.attach(right.detach());
    }

    private static boolean positive(TreeNode<Symbol> divisor) {
        return switch (divisor.value()) {
            case Symbol.Constant constant -> !constant.text().matches("-?0L?|[A-Z].*");
            case Symbol.Apply apply ->
                    apply.function() == Function.MAX
                            && divisor.childAt(0).value() instanceof Symbol.Constant floor
                            && floor.text().matches("[1-9]\\d*L?");
            default -> false;
        };
    }
}
