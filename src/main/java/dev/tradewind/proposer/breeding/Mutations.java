package dev.tradewind.proposer.breeding;

import dev.tradewind.proposer.breeding.Slots.Slot;

import io.jenetics.ext.util.TreeNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Changes of one expression by chance alone.
final class Mutations {

    private static final int SMALL = 2;
    private static final double REFINED = 0.5;

    private Mutations() {}

    /// Replaces all statements by fresh ones of about so many nodes at most.
    static boolean everything(Bench bench, int nodes) {
        TreeNode<Symbol> fresh = RandomBody.grown(bench.body(), nodes, bench.random());
        bench.tree().removeAllChildren();
        List.copyOf(fresh.childStream().toList()).forEach(bench.tree()::attach);
        return true;
    }

    /// Replaces an expression by a freshly grown one of at most so many levels.
    static boolean subtree(Bench bench, int depth) {
        Slot slot = bench.place();
        if (slot == null) {
            return false;
        }
        int levels = bench.random().nextInt(1, depth + 1);
        bench.put(slot, bench.growth(slot.node()).grow(slot.kind(), levels));
        return true;
    }

    /// Replaces a variable or a literal by another one.
    static boolean leaf(Bench bench) {
        List<Slot> leaves =
                bench.places().stream()
                        .filter(slot -> slot.node().isLeaf() && !slot.kind().equals(Kind.BOOLEAN))
                        .toList();
        Slot slot = bench.any(leaves);
        if (slot == null) {
            return false;
        }
        bench.put(slot, bench.growth(slot.node()).leaf(slot.kind()));
        return true;
    }

    /// Replaces a function by another one of its family that takes as many operands.
    static boolean function(Bench bench) {
        Slot slot =
                bench.any(
                        bench.places().stream()
                                .filter(each -> !others(each.node()).isEmpty())
                                .toList());
        if (slot == null) {
            return false;
        }
        TreeNode<Symbol> node = slot.node();
        Function other =
                bench.random().nextInt(4) == 0 && swappable(node) ? null : pick(bench, node);
        if (other == null) {
            swap(node);
        } else {
            node.value(new Symbol.Apply(Trees.kind(node), other));
        }
        bench.mend(node);
        return true;
    }

    private static @Nullable Function pick(Bench bench, TreeNode<Symbol> node) {
        return bench.any(others(node));
    }

    private static List<Function> others(TreeNode<Symbol> node) {
        if (!(node.value() instanceof Symbol.Apply(Kind _, Function function))) {
            return List.of();
        }
        return Arrays.stream(Function.values())
                .filter(each -> each != function)
                .filter(each -> each.family() == function.family())
                .filter(each -> each.arity() == function.arity())
                .toList();
    }

    private static boolean swappable(TreeNode<Symbol> node) {
        return node.childCount() == 2;
    }

    private static void swap(TreeNode<Symbol> node) {
        TreeNode<Symbol> first = node.childAt(0);
        node.attach(first.detach());
    }

    /// Moves one literal to a value near by.
    static boolean constant(Bench bench) {
        TreeNode<Symbol> one = bench.any(numbers(bench));
        return one != null && moved(bench, List.of(one));
    }

    /// Moves several literals at once.
    static boolean constants(Bench bench) {
        List<TreeNode<Symbol>> some =
                numbers(bench).stream().filter(_ -> bench.random().nextBoolean()).toList();
        return !some.isEmpty() && moved(bench, some);
    }

    private static List<TreeNode<Symbol>> numbers(Bench bench) {
        return bench.places().stream()
                .map(Slot::node)
                .filter(
                        node ->
                                node.value() instanceof Symbol.Constant constant
                                        && Constants.value(constant).isPresent())
                .toList();
    }

    private static boolean moved(Bench bench, List<TreeNode<Symbol>> numbers) {
        for (TreeNode<Symbol> number : numbers) {
            if (number.value() instanceof Symbol.Constant constant) {
                OptionalDouble value = Constants.value(constant);
                Kind kind = bench.kindOf(number);
                number.value(Constants.near(kind, value.orElseThrow(), bench.random()));
                bench.mend(number);
            }
        }
        return true;
    }

    /// Replaces an expression by a part of itself.
    static boolean hoist(Bench bench) {
        List<Slot> inner = bench.places().stream().filter(slot -> !slot.node().isLeaf()).toList();
        Slot slot = bench.any(inner);
        if (slot == null) {
            return false;
        }
        TreeNode<Symbol> part = bench.any(parts(slot));
        if (part == null) {
            return false;
        }
        bench.put(slot, part);
        return true;
    }

    private static List<TreeNode<Symbol>> parts(Slot slot) {
        return Trees.all(slot.node(), Symbol.Expression.class::isInstance).stream()
                .skip(1)
                .filter(slot::takes)
                .toList();
    }

    /// Replaces an expression by a variable or a literal.
    static boolean shrink(Bench bench) {
        List<Slot> inner = bench.places().stream().filter(slot -> !slot.node().isLeaf()).toList();
        Slot slot = bench.any(inner);
        if (slot == null) {
            return false;
        }
        bench.put(slot, bench.growth(slot.node()).leaf(slot.kind()));
        return true;
    }

    /// Puts a function around an expression, with small fresh operands beside it.
    static boolean wrap(Bench bench) {
        Slot slot = bench.place();
        if (slot == null) {
            return false;
        }
        Growth growth = bench.growth(slot.node());
        Function function = growth.function(slot.kind());
        if (!suits(growth, function, slot)) {
            return false;
        }
        around(bench, slot, function, own(bench, function));
        return true;
    }

    /// Which operand of a function takes what was there; growth makes up exponents itself.
    private static int own(Bench bench, Function function) {
        return switch (function) {
            case CHOOSE -> bench.random().nextInt(1, 3);
            case POW -> 0;
            default -> bench.random().nextInt(function.arity());
        };
    }

    private static boolean suits(Growth growth, Function function, Slot slot) {
        boolean single = slot.kind().equals(Kind.FLOAT);
        boolean widens = function.family() == Function.Family.REAL;
        Kind operand = growth.operand(function, slot.kind(), function.arity() - 1);
        return !(single && widens) && operand.accepts(Trees.kind(slot.node()));
    }

    /// Chooses between an expression and a fresh one.
    static boolean choose(Bench bench) {
        Slot slot = bench.place();
        if (slot == null) {
            return false;
        }
        if (bench.chance(REFINED)) {
            refine(bench, slot);
        } else {
            around(bench, slot, Function.CHOOSE, own(bench, Function.CHOOSE));
        }
        return true;
    }

    /// Changes an expression where a condition holds and leaves it as it is elsewhere.
    private static void refine(Bench bench, Slot slot) {
        Growth growth = bench.growth(slot.node());
        Kind kind = slot.kind();
        if (kind.equals(Kind.BOOLEAN)) {
            around(bench, slot, Function.CHOOSE, 1);
            return;
        }
        Function function =
                growth.pick(
                        List.of(
                                Function.ADD,
                                Function.SUBTRACT,
                                Function.MULTIPLY,
                                Function.DIVIDE));
        TreeNode<Symbol> changed =
                Trees.apply(function, List.of(slot.node().copy(), growth.grow(kind, SMALL)));
        bench.put(
                slot,
                Trees.apply(
                        Function.CHOOSE,
                        List.of(growth.grow(Kind.BOOLEAN, SMALL), changed, slot.node().copy())));
    }

    private static void around(Bench bench, Slot slot, Function function, int own) {
        Growth growth = bench.growth(slot.node());
        List<TreeNode<Symbol>> operands = new ArrayList<>();
        for (int i = 0; i < function.arity(); i++) {
            operands.add(
                    i == own
                            ? slot.node().copy()
                            : growth.grow(growth.operand(function, slot.kind(), i), SMALL));
        }
        bench.put(slot, growth.around(slot.kind(), function, operands));
    }
}
