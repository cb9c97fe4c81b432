package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
import java.util.List;

/// Where expressions may be exchanged, and what kind each place takes.
final class Slots {

    /// An expression that may be replaced.
    ///
    /// @param kind what its place takes
    record Slot(TreeNode<Symbol> node, Kind kind) {

        boolean takes(TreeNode<Symbol> other) {
            return kind.accepts(Trees.kind(other));
        }
    }

    private final Body body;

    Slots(Body body) {
        this.body = body;
    }

    /// All places in a tree that take a plain number or a truth value, in text order.
    List<Slot> in(TreeNode<Symbol> tree) {
        List<Slot> slots = new ArrayList<>();
        below(tree, slots);
        return slots;
    }

    private void below(TreeNode<Symbol> node, List<Slot> slots) {
        for (int i = 0; i < node.childCount(); i++) {
            TreeNode<Symbol> child = node.childAt(i);
            if (child.value() instanceof Symbol.Expression) {
                Kind kind = kind(node, i);
                if (kind.scalar()) {
                    slots.add(new Slot(child, kind));
                }
            }
            if (!(node.value() instanceof Symbol.For) || i == 3) {
                below(child, slots);
            }
        }
    }

    /// What the place of a node takes; [Kind#OTHER] where nothing may change.
    Kind kind(TreeNode<Symbol> node) {
        return node.parent().map(parent -> kind(parent, Trees.index(node))).orElse(Kind.OTHER);
    }

    private Kind kind(TreeNode<Symbol> parent, int index) {
        return switch (parent.value()) {
            case Symbol.Return _ -> body.returns();
            case Symbol.Declare declare -> declare.kind();
            case Symbol.Assign _ -> index == 1 ? Trees.kind(parent.childAt(0)) : Kind.OTHER;
            case Symbol.If _, Symbol.While _ -> index == 0 ? Kind.BOOLEAN : Kind.OTHER;
            case Symbol.Apply apply -> operand(apply, parent, index);
            case Symbol.Cast _ -> Kind.DOUBLE;
            case Symbol.Read _ -> index == 1 ? Kind.INT : Kind.OTHER;
            case Symbol.Call call -> call.parameters().get(index);
            default -> Kind.OTHER;
        };
    }

    private Kind operand(Symbol.Apply apply, TreeNode<Symbol> node, int index) {
        return switch (apply.function().family()) {
            case PROMOTED -> own(node);
            case CHOICE -> index == 0 ? Kind.BOOLEAN : own(node);
            case COMPARISON -> body.widest();
            case LOGIC -> Kind.BOOLEAN;
            case INTEGRAL -> apply.kind();
            case REAL -> Kind.DOUBLE;
        };
    }

    /// Operands may be as wide as the place of their operation.
    private Kind own(TreeNode<Symbol> node) {
        Kind outer = kind(node);
        return outer.known() ? outer : Trees.kind(node);
    }
}
