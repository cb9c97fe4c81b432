package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a tree from elsewhere fit the names in reach at its new place.
final class Transplant {

    private final List<Local> reach;
    private final Bench bench;
    private final Map<String, String> renamed = new HashMap<>();
    private final Set<String> own = new HashSet<>();

    private Transplant(List<Local> reach, Bench bench) {
        this.reach = reach;
        this.bench = bench;
    }

    /// Renames variables that are out of reach to ones of the same kind, each name always to the
    /// same other one.
    ///
    /// @return false when something it needs is not there
    static boolean adapted(TreeNode<Symbol> lent, List<Local> reach, Bench bench) {
        Transplant transplant = new Transplant(reach, bench);
        transplant.own.addAll(Names.declared(lent));
        return transplant.adapted(lent);
    }

    private boolean adapted(TreeNode<Symbol> node) {
        boolean here =
                switch (node.value()) {
                    case Symbol.Variable variable -> known(variable) || renamed(node, variable);
                    case Symbol.Verbatim verbatim -> verbatim.uses().stream().allMatch(this::named);
                    case Symbol.Kept kept -> kept.uses().stream().allMatch(this::named);
                    case Symbol.Call call -> Trees.any(bench.tree(), call::equals);
                    default -> true;
                };
        for (int i = 0; here && i < node.childCount(); i++) {
            here = adapted(node.childAt(i));
        }
        return here;
    }

    private boolean known(Symbol.Variable variable) {
        return own.contains(variable.name())
                || reach.stream()
                        .anyMatch(
                                local ->
                                        local.name().equals(variable.name())
                                                && local.kind().equals(variable.kind()));
    }

    private boolean named(String name) {
        return own.contains(name) || reach.stream().anyMatch(each -> each.name().equals(name));
    }

    private boolean renamed(TreeNode<Symbol> node, Symbol.Variable variable) {
        String name = renamed.get(variable.name());
        if (name == null) {
            Local other =
                    bench.any(
                            reach.stream()
                                    .filter(Local::readable)
                                    .filter(each -> each.kind().equals(variable.kind()))
                                    .toList());
            if (other == null) {
                return false;
            }
            name = other.name();
            renamed.put(variable.name(), name);
        }
        node.value(new Symbol.Variable(variable.kind(), name));
        wrapIndices(node);
        return true;
    }

    /// An index that was in range by another name need not be by this one.
    private static void wrapIndices(TreeNode<Symbol> changed) {
        TreeNode<Symbol> node = changed;
        while (node.parent().isPresent()) {
            node = node.parent().get();
            if (node.value() instanceof Symbol.Read read) {
                node.value(new Symbol.Read(read.kind(), true));
            }
        }
    }
}
