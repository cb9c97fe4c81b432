package dev.tradewind.proposer.breeding;

import dev.tradewind.program.Program;

import io.jenetics.ext.util.TreeNode;

import java.util.List;

/// A program with the varied statements of its regions read.
///
/// @param bodies at least one, in path order, then in text order
record Source(Program program, List<Body> bodies) {

    Source {
        bodies = List.copyOf(bodies);
    }

    /// This program with statements replaced; what did not change keeps its text to the letter.
    ///
    /// @param trees one for each body, in their order
    Program with(List<TreeNode<Symbol>> trees) {
        Program changed = program;
        for (int i = bodies.size() - 1; i >= 0; i--) {
            Body body = bodies.get(i);
            if (!body.tree().equals(trees.get(i))) {
                changed = replaced(changed, body, trees.get(i));
            }
        }
        return changed;
    }

    /// Total number of nodes.
    int size() {
        return size(bodies.stream().map(Body::tree).toList());
    }

    static int size(List<TreeNode<Symbol>> trees) {
        return trees.stream().mapToInt(TreeNode::size).sum();
    }

    private static Program replaced(Program program, Body body, TreeNode<Symbol> tree) {
        Body.Place place = body.place();
        String text = program.text(place.path());
        return program.with(
                place.path(),
                text.substring(0, place.start())
                        + Renderer.render(place, tree)
                        + text.substring(place.end()));
    }
}
