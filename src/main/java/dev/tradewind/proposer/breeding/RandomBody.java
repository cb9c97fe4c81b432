package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Random statements for a body: its results, each the value of a fresh expression. Of the body it
/// knows the names, the kinds and what has to be given a value, nothing of how it does that.
final class RandomBody {

    private static final int SHALLOWEST = 2;
    private static final int DEEPEST = 6;
    private static final String SOME = "10";

    /// Nodes that giving a variable a value takes, the value aside.
    private static final int ASSIGNMENT = 2;

    private final Body body;
    private final RandomGenerator random;
    private final List<Local> names;
    private final TreeNode<Symbol> block = Trees.block(List.of());
    private final int deepest;

    private RandomBody(Body body, int nodes, RandomGenerator random) {
        this.body = body;
        this.random = random;
        this.names = new ArrayList<>(body.names());
        this.deepest = deepest(nodes);
    }

    /// A block of statements; without any when the body has no result that could be grown.
    ///
    /// @param nodes about as many as there may be: where many variables are given a value, each
    ///   gets a small one
    static TreeNode<Symbol> grown(Body body, int nodes, RandomGenerator random) {
        RandomBody fresh = new RandomBody(body, nodes, random);
        fresh.declarations();
        fresh.results();
        new Repair(new Slots(body)).mendAll(fresh.block);
        Simplifier.joinSigns(fresh.block);
        return fresh.block;
    }

    /// Levels of a binary tree that takes the share of one result, or just does not fit into it.
    private int deepest(int nodes) {
        int results = body.falls() ? Math.max(1, written().size() + body.pinned().size()) : 1;
        double share = (double) nodes / results - ASSIGNMENT;
        int whole = Math.max(0, (int) Math.ceil(share));
        return Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(whole), 1, DEEPEST);
    }

    /// Locals that are used after the region.
    private void declarations() {
        body.tree().childStream().flatMap(each -> Names.left(each).stream()).forEach(this::declare);
    }

    private void declare(Local local) {
        if (body.pinned().contains(local.name()) && local.kind().scalar()) {
            block.attach(
                    Trees.declare(local.kind(), local.name(), expression(local.kind(), names)));
            names.add(new Local(local.kind(), local.name(), true, true));
        }
    }

    private void results() {
        if (!body.falls() && body.returns().scalar()) {
            block.attach(Trees.returning(expression(body.returns(), names)));
        } else if (!body.falls() && body.returns().array()) {
            array(body.returns());
        } else {
            outside();
        }
    }

    /// What the body writes to outside itself: locals of before the region, and arrays.
    private void outside() {
        for (String name : written()) {
            body.names().stream()
                    .filter(each -> each.name().equals(name))
                    .filter(each -> each.kind().known())
                    .forEach(this::fill);
        }
    }

    private Set<String> written() {
        Set<String> found = new LinkedHashSet<>();
        for (TreeNode<Symbol> each : Trees.all(body.tree(), Symbol.Assign.class::isInstance)) {
            TreeNode<Symbol> target = each.childAt(0);
            while (target.value() instanceof Symbol.Read) {
                target = target.childAt(0);
            }
            if (target.value() instanceof Symbol.Variable variable) {
                found.add(variable.name());
            }
        }
        return found;
    }

    private void fill(Local local) {
        if (local.kind().scalar() && local.assignable()) {
            block.attach(Trees.assign(Trees.variable(local), "=", expression(local.kind(), names)));
        } else if (local.kind().array()) {
            block.attach(loop(Trees.variable(local), names));
        }
    }

    /// A fresh array, as long as the first one in reach.
    private void array(Kind kind) {
        String length =
                names.stream()
                        .filter(each -> each.kind().array())
                        .findFirst()
                        .map(each -> each.name() + ".length")
                        .orElse(SOME);
        if (kind.dims() > 1) {
            return;
        }
        Local result = Local.fixed(kind, Names.fresh(body, block, "result"));
        String created = "new " + kind.element().text() + "[" + length + "]";
        List<String> uses =
                names.stream()
                        .map(Local::name)
                        .filter(length.replace(".length", "")::equals)
                        .toList();
        block.attach(
                Trees.declare(
                        kind,
                        result.name(),
                        Trees.leaf(new Symbol.Verbatim(kind, created, false, uses))));
        block.attach(loop(Trees.variable(result), names));
        block.attach(Trees.returning(Trees.variable(result)));
    }

    /// Gives every element of an array a value of its own.
    private TreeNode<Symbol> loop(TreeNode<Symbol> array, List<Local> outer) {
        Local counter = Local.fixed(Kind.INT, "i" + outer.size());
        List<Local> inner = new ArrayList<>(outer);
        inner.add(counter);
        Kind element = Trees.kind(array).element();
        TreeNode<Symbol> target =
                Trees.node(
                        new Symbol.Read(element, false),
                        List.of(array.copy(), Trees.variable(counter)));
        TreeNode<Symbol> inside =
                element.array()
                        ? loop(target, inner)
                        : Trees.assign(target, "=", expression(element, inner));
        return Trees.counting(counter, Trees.length(array), List.of(inside));
    }

    /// Ramped half-and-half (Koza, 1992): all depths and both shapes equally often.
    private TreeNode<Symbol> expression(Kind kind, List<Local> reach) {
        Growth growth = new Growth(body.widest(), reach, random);
        int shallowest = Math.clamp(deepest - 1L, 1, SHALLOWEST);
        int depth = random.nextInt(shallowest, deepest + 1);
        return random.nextBoolean() ? growth.full(kind, depth) : growth.grow(kind, depth);
    }
}
