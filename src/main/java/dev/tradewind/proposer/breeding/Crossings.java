package dev.tradewind.proposer.breeding;

import dev.tradewind.proposer.breeding.Slots.Slot;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Changes that take material from another program.
final class Crossings {

    private Crossings() {}

    /// Replaces an expression by one of another program that suits its place.
    static boolean subtree(Bench bench) {
        Slot slot = bench.place();
        if (slot == null) {
            return false;
        }
        List<Slot> fitting = new ArrayList<>();
        for (Body donor : bench.donors()) {
            new Slots(donor)
                    .in(donor.tree()).stream()
                            .filter(each -> slot.takes(each.node()))
                            .forEach(fitting::add);
        }
        Slot lent = bench.preferInner(fitting);
        return lent != null && graft(bench, slot, lent.node());
    }

    private static boolean graft(Bench bench, Slot slot, TreeNode<Symbol> lent) {
        TreeNode<Symbol> copy = lent.copy();
        List<Local> reach = Names.reach(bench.body(), slot.node());
        if (!Transplant.adapted(copy, reach, bench)) {
            return false;
        }
        bench.put(slot, copy);
        return true;
    }

    /// Replaces a statement by one of another program, or puts that beside it.
    static boolean statement(Bench bench) {
        List<TreeNode<Symbol>> lent = new ArrayList<>();
        bench.donors().forEach(donor -> lent.addAll(Blocks.statements(donor.tree())));
        TreeNode<Symbol> old = bench.any(Blocks.statements(bench.tree()));
        TreeNode<Symbol> fresh = bench.any(lent);
        if (old == null || fresh == null) {
            return false;
        }
        TreeNode<Symbol> copy = fresh.copy();
        if (!Transplant.adapted(copy, Names.reach(bench.body(), old), bench)) {
            return false;
        }
        if (bench.random().nextBoolean()) {
            Trees.replace(old, copy);
        } else {
            old.parent().orElseThrow().insert(Trees.index(old), copy);
        }
        return true;
    }

    /// Moves literals towards those at the same places of another program of the same shape, or
    /// past them (blend crossover).
    static boolean constants(Bench bench) {
        Body donor = bench.any(bench.donors());
        return donor != null && blended(bench, bench.tree(), donor.tree());
    }

    private static boolean blended(Bench bench, TreeNode<Symbol> own, TreeNode<Symbol> other) {
        boolean alike =
                own.value().getClass().equals(other.value().getClass())
                        && own.childCount() == other.childCount();
        if (!alike) {
            return false;
        }
        boolean any = blendedHere(bench, own, other);
        int first = own.value() instanceof Symbol.For ? own.childCount() - 1 : 0;
        for (int i = first; i < own.childCount(); i++) {
            any |= blended(bench, own.childAt(i), other.childAt(i));
        }
        return any;
    }

    private static boolean blendedHere(Bench bench, TreeNode<Symbol> own, TreeNode<Symbol> other) {
        if (!(own.value() instanceof Symbol.Constant one)
                || !(other.value() instanceof Symbol.Constant two)
                || !bench.varies(own)) {
            return false;
        }
        OptionalDouble here = Constants.value(one);
        OptionalDouble there = Constants.value(two);
        if (here.isEmpty() || there.isEmpty() || one.equals(two)) {
            return false;
        }
        double share = bench.random().nextDouble(-0.25, 1.25);
        double value = here.getAsDouble() + share * (there.getAsDouble() - here.getAsDouble());
        own.value(Constants.brief(one.kind(), value));
        bench.mend(own);
        return true;
    }
}
