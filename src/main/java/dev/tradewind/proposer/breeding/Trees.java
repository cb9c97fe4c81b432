package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Short hands for trees of symbols.
final class Trees {

    private Trees() {}

    static TreeNode<Symbol> node(Symbol symbol, List<TreeNode<Symbol>> children) {
        TreeNode<Symbol> node = TreeNode.of(symbol);
        children.forEach(node::attach);
        return node;
    }

    static TreeNode<Symbol> leaf(Symbol symbol) {
        return TreeNode.of(symbol);
    }

    /// A function of children, which must suit it.
    static TreeNode<Symbol> apply(Function function, List<TreeNode<Symbol>> children) {
        Kind kind = function.kind(children.stream().map(Trees::kind).toList());
        return node(new Symbol.Apply(kind, function), children);
    }

    static TreeNode<Symbol> variable(Local local) {
        return leaf(new Symbol.Variable(local.kind(), local.name()));
    }

    static TreeNode<Symbol> length(TreeNode<Symbol> array) {
        return node(new Symbol.Length(), List.of(array));
    }

    static TreeNode<Symbol> block(List<TreeNode<Symbol>> statements) {
        return node(new Symbol.Block(), statements);
    }

    static TreeNode<Symbol> returning(TreeNode<Symbol> value) {
        return node(new Symbol.Return(), List.of(value));
    }

    static TreeNode<Symbol> declare(Kind kind, String name, TreeNode<Symbol> first) {
        return node(new Symbol.Declare(kind, name, false), List.of(first));
    }

    static TreeNode<Symbol> assign(
            TreeNode<Symbol> target, String operator, TreeNode<Symbol> value) {
        return node(new Symbol.Assign(operator), List.of(target, value));
    }

    /// `for (int counter = 0; counter < limit; counter++)` around statements.
    static TreeNode<Symbol> counting(
            Local counter, TreeNode<Symbol> limit, List<TreeNode<Symbol>> statements) {
        return node(
                new Symbol.For(),
                List.of(
                        declare(Kind.INT, counter.name(), leaf(new Symbol.Constant(Kind.INT, "0"))),
                        apply(Function.LESS, List.of(variable(counter), limit)),
                        node(new Symbol.Assign("++"), List.of(variable(counter))),
                        block(statements)));
    }

    /// The kind of an expression; [Kind#OTHER] for a statement.
    static Kind kind(TreeNode<Symbol> node) {
        return node.value() instanceof Symbol.Expression expression
                ? expression.kind()
                : Kind.OTHER;
    }

    /// Which child of its parent a node is.
    @SuppressWarnings("ReferenceEquality") // this node, not one like it
    static int index(TreeNode<Symbol> node) {
        TreeNode<Symbol> parent = node.parent().orElseThrow();
        for (int i = 0; i < parent.childCount(); i++) {
            if (parent.childAt(i) == node) {
                return i;
            }
        }
        throw new IllegalStateException("a child its parent does not know");
    }

    /// Puts a tree where another one hangs; the tree may be a part of the other one.
    static void replace(TreeNode<Symbol> old, TreeNode<Symbol> fresh) {
        TreeNode<Symbol> parent = old.parent().orElseThrow();
        int index = index(old);
        parent.replace(index, fresh.detach());
    }

    /// All nodes below and including this one that a test picks, in text order.
    static List<TreeNode<Symbol>> all(TreeNode<Symbol> tree, Predicate<Symbol> test) {
        List<TreeNode<Symbol>> found = new ArrayList<>();
        collect(tree, test, found);
        return found;
    }

    private static void collect(
            TreeNode<Symbol> node, Predicate<Symbol> test, List<TreeNode<Symbol>> found) {
        if (test.test(node.value())) {
            found.add(node);
        }
        for (int i = 0; i < node.childCount(); i++) {
            collect(node.childAt(i), test, found);
        }
    }

    static boolean any(TreeNode<Symbol> tree, Predicate<Symbol> test) {
        if (test.test(tree.value())) {
            return true;
        }
        for (int i = 0; i < tree.childCount(); i++) {
            if (any(tree.childAt(i), test)) {
                return true;
            }
        }
        return false;
    }

    /// Number of nodes.
    static int size(TreeNode<Symbol> tree) {
        int size = 1;
        for (int i = 0; i < tree.childCount(); i++) {
            size += size(tree.childAt(i));
        }
        return size;
    }
}
