package dev.tradewind.proposer.breeding;

import dev.tradewind.program.Program;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
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
    Source with(List<TreeNode<Symbol>> trees) {
        Program changed = program;
        List<Body> moved = new ArrayList<>();
        String path = "";
        int shift = 0;
        for (int i = 0; i < bodies.size(); i++) {
            Body body = bodies.get(i);
            shift = body.place().path().equals(path) ? shift : 0;
            path = body.place().path();
            Body.Place place = body.place().shifted(shift);
            if (!body.tree().equals(trees.get(i))) {
                String text = Renderer.render(place, trees.get(i));
                changed = replaced(changed, place, text);
                shift += text.length() - (place.end() - place.start());
                place = place.withLength(text.length());
            }
            moved.add(body.with(trees.get(i)).at(place));
        }
        return new Source(changed, moved);
    }

    /// Total number of nodes.
    int size() {
        return bodies.stream().mapToInt(body -> Trees.size(body.tree())).sum();
    }

    private static Program replaced(Program program, Body.Place place, String inside) {
        String text = program.text(place.path());
        return program.with(
                place.path(),
                text.substring(0, place.start()) + inside + text.substring(place.end()));
    }
}
