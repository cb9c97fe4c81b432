package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
import java.util.List;

/// Where statements stand.
final class Blocks {

    /// A place for a statement: before the child `index` of a block.
    record Gap(TreeNode<Symbol> block, int index) {

        void insert(TreeNode<Symbol> statement) {
            block.insert(index, statement);
        }
    }

    private Blocks() {}

    /// All statements that stand in a block, in text order.
    static List<TreeNode<Symbol>> statements(TreeNode<Symbol> tree) {
        List<TreeNode<Symbol>> found = new ArrayList<>();
        for (TreeNode<Symbol> block : Trees.all(tree, Symbol.Block.class::isInstance)) {
            block.childStream().forEach(found::add);
        }
        return found;
    }

    /// All places where a statement can be put and reached, in text order.
    static List<Gap> gaps(TreeNode<Symbol> tree) {
        List<Gap> found = new ArrayList<>();
        for (TreeNode<Symbol> block : Trees.all(tree, Symbol.Block.class::isInstance)) {
            int at = 0;
            found.add(new Gap(block, at));
            while (at < block.childCount() && Flow.completes(block.childAt(at))) {
                found.add(new Gap(block, ++at));
            }
        }
        return found;
    }

    /// The statement of a block that holds a node.
    static TreeNode<Symbol> statementOf(TreeNode<Symbol> node) {
        TreeNode<Symbol> statement = node;
        while (!(statement.parent().orElseThrow().value() instanceof Symbol.Block)) {
            statement = statement.parent().orElseThrow();
        }
        return statement;
    }
}
