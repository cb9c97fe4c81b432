package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which names a tree declares, and which are in reach at a node.
final class Names {

    private Names() {}

    /// The locals a node itself leaves behind for the statements after it.
    static List<Local> left(TreeNode<Symbol> node) {
        return switch (node.value()) {
            case Symbol.Declare declare ->
                    List.of(
                            new Local(
                                    declare.kind(),
                                    declare.name(),
                                    !node.isLeaf(),
                                    !declare.fixed()));
            case Symbol.Kept kept -> kept.declares();
            default -> List.of();
        };
    }

    /// All names declared anywhere in a tree, in text order.
    static List<String> declared(TreeNode<Symbol> tree) {
        return tree.preorderStream().flatMap(Names::declaring).toList();
    }

    private static Stream<String> declaring(TreeNode<Symbol> node) {
        return node.value() instanceof Symbol.Each each
                ? Stream.of(each.name())
                : left(node).stream().map(Local::name);
    }

    /// The names in reach before the child `index` of a block, or inside it; outer names first.
    static List<Local> reach(Body body, TreeNode<Symbol> block, int index) {
        Deque<Local> found = new ArrayDeque<>();
        TreeNode<Symbol> outer = block;
        int before = index;
        while (true) {
            inner(outer, before, found);
            TreeNode<Symbol> parent = outer.parent().orElse(null);
            if (parent == null) {
                break;
            }
            before = Trees.index(outer);
            outer = parent;
        }
        List<Local> all = new ArrayList<>(body.names());
        all.addAll(found);
        return all;
    }

    /// The names in reach at an expression.
    static List<Local> reach(Body body, TreeNode<Symbol> node) {
        return reach(body, node.parent().orElseThrow(), Trees.index(node));
    }

    private static void inner(TreeNode<Symbol> node, int before, Deque<Local> found) {
        switch (node.value()) {
            case Symbol.Block _ -> {
                for (int i = before - 1; i >= 0; i--) {
                    left(node.childAt(i)).forEach(found::addFirst);
                }
            }
            case Symbol.For _ when before > 0 ->
                    left(node.childAt(0))
                            .forEach(each -> found.addFirst(Local.fixed(each.kind(), each.name())));
            case Symbol.Each each when before > 0 ->
                    found.addFirst(new Local(each.kind(), each.name(), true, true));
            default -> {}
        }
    }

    /// A name nothing in the body has: the stem with the smallest free number.
    static String fresh(Body body, TreeNode<Symbol> tree, String stem) {
        Set<String> taken = new HashSet<>(declared(tree));
        body.names().forEach(each -> taken.add(each.name()));
        int number = 0;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }
}
