package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.List;

/// What Java demands of statements: all reachable, all names in reach, no way past a missing result
/// (JLS 14.22, 6.3). A little stricter than Java where that is simpler.
final class Flow {

    private final Visible names;

    private Flow(Visible names) {
        this.names = names;
    }

    /// Whether changed statements of a body still fit where they stand.
    static boolean sound(Body body, TreeNode<Symbol> tree) {
        return reachable(tree)
                && completes(tree) == body.falls()
                && new Flow(new Visible(body.names())).inReach(tree)
                && Names.declared(tree).containsAll(body.pinned());
    }

    /// Whether control can leave a statement at its end.
    static boolean completes(TreeNode<Symbol> node) {
        return switch (node.value()) {
            case Symbol.Return _ -> false;
            case Symbol.Kept kept -> kept.completes();
            case Symbol.Block _ -> node.childStream().allMatch(Flow::completes);
            case Symbol.If _ ->
                    node.childCount() < 3
                            || completes(node.childAt(1))
                            || completes(node.childAt(2));
            case Symbol.While _ -> !endless(node);
            default -> true;
        };
    }

    private static boolean endless(TreeNode<Symbol> loop) {
        return loop.childAt(0).value() instanceof Symbol.Constant truth
                && truth.text().equals("true")
                && !Trees.any(
                        loop.childAt(1),
                        each -> each instanceof Symbol.Kept kept && kept.text().contains("break"));
    }

    private static boolean reachable(TreeNode<Symbol> node) {
        boolean block = node.value() instanceof Symbol.Block;
        for (int i = 0; i < node.childCount(); i++) {
            boolean last = i == node.childCount() - 1;
            if ((block && !last && !completes(node.childAt(i))) || !reachable(node.childAt(i))) {
                return false;
            }
        }
        return !(node.value() instanceof Symbol.While)
                || endless(node)
                || !constant(node.childAt(0));
    }

    private static boolean constant(TreeNode<Symbol> condition) {
        return !Trees.any(
                condition,
                each ->
                        switch (each) {
                            case Symbol.Variable _, Symbol.Call _, Symbol.Verbatim _ -> true;
                            case Symbol.Apply apply -> apply.function().call();
                            default -> false;
                        });
    }

    private boolean inReach(TreeNode<Symbol> node) {
        boolean opens =
                switch (node.value()) {
                    case Symbol.Block _, Symbol.For _, Symbol.Each _ -> true;
                    default -> false;
                };
        int mark = names.enter();
        if (node.value() instanceof Symbol.Each each && !declared(each.kind(), each.name())) {
            return false;
        }
        for (int i = 0; i < node.childCount(); i++) {
            if (!inReach(node.childAt(i))) {
                return false;
            }
        }
        if (opens) {
            names.leave(mark);
        }
        return known(node);
    }

    private boolean known(TreeNode<Symbol> node) {
        return switch (node.value()) {
            case Symbol.Variable variable -> {
                Local local = names.find(variable.name());
                yield local != null && local.kind().equals(variable.kind());
            }
            case Symbol.Verbatim verbatim -> found(verbatim.uses());
            case Symbol.Declare declare -> declared(declare.kind(), declare.name());
            case Symbol.Kept kept -> {
                kept.declares().forEach(names::add);
                yield found(kept.uses());
            }
            default -> true;
        };
    }

    /// Hiding a field is refused too; programs that do it from the start are kept whole.
    private boolean declared(Kind kind, String name) {
        boolean free = names.find(name) == null;
        names.add(new Local(kind, name, true, true));
        return free;
    }

    private boolean found(List<String> uses) {
        return uses.stream().allMatch(name -> names.find(name) != null);
    }
}
