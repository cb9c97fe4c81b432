package dev.tradewind.proposer.breeding;

import dev.tradewind.proposer.breeding.Blocks.Gap;
import dev.tradewind.proposer.breeding.Slots.Slot;

import io.jenetics.ext.util.TreeNode;

import java.util.List;

/// Changes of statements.
final class Statements {

    private static final int SMALL = 2;
    private static final int MEDIUM = 3;
    private static final List<String> OPERATORS = List.of("=", "=", "+=", "-=", "*=");

    private Statements() {}

    /// Inserts an assignment to something that is assigned or assignable at that place.
    static boolean assign(Bench bench) {
        Gap gap = bench.any(Blocks.gaps(bench.tree()));
        if (gap == null) {
            return false;
        }
        List<Local> targets = targets(bench, gap);
        Local target = bench.any(targets);
        if (target == null) {
            return false;
        }
        gap.insert(assignment(bench, gap, target));
        return true;
    }

    private static List<Local> targets(Bench bench, Gap gap) {
        return Names.reach(bench.body(), gap.block(), gap.index()).stream()
                .filter(Local::readable)
                .filter(
                        each ->
                                (each.kind().numeric() && each.assignable())
                                        || new Kind(each.kind().base(), 1).equals(each.kind()))
                .filter(each -> !each.kind().element().equals(Kind.BOOLEAN))
                .toList();
    }

    private static TreeNode<Symbol> assignment(Bench bench, Gap gap, Local local) {
        Growth growth = bench.growth(gap.block(), gap.index());
        TreeNode<Symbol> target =
                local.kind().array() ? growth.element(local) : Trees.variable(local);
        Kind kind = Trees.kind(target);
        return Trees.assign(target, growth.pick(OPERATORS), grown(bench, growth, kind, MEDIUM));
    }

    private static TreeNode<Symbol> grown(Bench bench, Growth growth, Kind kind, int depth) {
        return growth.grow(kind, bench.random().nextInt(1, depth + 1));
    }

    /// Inserts an early return under a condition.
    static boolean leave(Bench bench) {
        Kind returns = bench.body().returns();
        Gap gap = bench.any(Blocks.gaps(bench.tree()));
        if (gap == null || !returns.scalar()) {
            return false;
        }
        Growth growth = bench.growth(gap.block(), gap.index());
        TreeNode<Symbol> result = Trees.returning(grown(bench, growth, returns, MEDIUM));
        insertIf(bench, gap, List.of(result));
        return true;
    }

    private static void insertIf(Bench bench, Gap gap, List<TreeNode<Symbol>> statements) {
        Growth growth = bench.growth(gap.block(), gap.index());
        TreeNode<Symbol> condition = growth.grow(Kind.BOOLEAN, SMALL);
        TreeNode<Symbol> branch =
                Trees.node(new Symbol.If(), List.of(condition, Trees.block(statements)));
        gap.insert(branch);
        bench.mend(branch);
    }

    /// Puts a statement under a condition.
    static boolean guard(Bench bench) {
        TreeNode<Symbol> statement =
                bench.any(
                        Blocks.statements(bench.tree()).stream()
                                .filter(each -> !(each.value() instanceof Symbol.Declare))
                                .filter(each -> Flow.completes(each))
                                .toList());
        if (statement == null) {
            return false;
        }
        Gap gap = new Gap(statement.parent().orElseThrow(), Trees.index(statement));
        statement.detach();
        insertIf(bench, gap, List.of(statement));
        return true;
    }

    /// Takes a statement away.
    static boolean delete(Bench bench) {
        TreeNode<Symbol> statement = bench.any(Blocks.statements(bench.tree()));
        if (statement == null) {
            return false;
        }
        statement.detach();
        return true;
    }

    /// Puts a copy of a statement somewhere else.
    static boolean duplicate(Bench bench) {
        TreeNode<Symbol> statement =
                bench.any(
                        Blocks.statements(bench.tree()).stream()
                                .filter(Flow::completes)
                                .filter(each -> Names.declared(each).isEmpty())
                                .toList());
        Gap gap = bench.any(Blocks.gaps(bench.tree()));
        if (statement == null || gap == null) {
            return false;
        }
        gap.insert(statement.copy());
        return true;
    }

    /// Gives an expression a name, and uses the name at one more place after it.
    static boolean name(Bench bench) {
        List<Slot> inner =
                bench.places().stream()
                        .filter(slot -> !slot.node().isLeaf())
                        .filter(slot -> Trees.kind(slot.node()).scalar())
                        .toList();
        Slot slot = bench.any(inner);
        if (slot == null) {
            return false;
        }
        TreeNode<Symbol> statement = Blocks.statementOf(slot.node());
        Kind kind = Trees.kind(slot.node());
        Local local = new Local(kind, Names.fresh(bench.body(), bench.tree(), "v"), true, true);
        TreeNode<Symbol> declaration = Trees.declare(kind, local.name(), slot.node().copy());
        Gap gap = new Gap(statement.parent().orElseThrow(), Trees.index(statement));
        bench.put(slot, Trees.variable(local));
        gap.insert(declaration);
        use(bench, gap, local);
        return true;
    }

    /// Puts a name in some place after a gap that holds its declaration, if there is one.
    private static boolean use(Bench bench, Gap gap, Local local) {
        List<Slot> after =
                bench.places().stream()
                        .filter(slot -> slot.kind().accepts(local.kind()))
                        .filter(slot -> after(gap, slot.node()))
                        .toList();
        Slot slot = bench.any(after);
        if (slot == null) {
            return false;
        }
        bench.put(slot, Trees.variable(local));
        return true;
    }

    private static boolean after(Gap gap, TreeNode<Symbol> node) {
        TreeNode<Symbol> at = node;
        while (at.parent().isPresent()) {
            if (gap.block().identical(at.parent().get())) {
                return Trees.index(at) > gap.index();
            }
            at = at.parent().get();
        }
        return false;
    }

    /// Sums something up over an array of numbers, and uses the sum at one place after it.
    static boolean accumulate(Bench bench) {
        Gap gap = bench.any(Blocks.gaps(bench.tree()));
        if (gap == null) {
            return false;
        }
        List<Local> arrays =
                Names.reach(bench.body(), gap.block(), gap.index()).stream()
                        .filter(each -> each.readable() && each.kind().array())
                        .filter(each -> each.kind().element().numeric())
                        .toList();
        Local array = bench.any(arrays);
        if (array == null) {
            return false;
        }
        Local sum =
                new Local(
                        array.kind().element(),
                        Names.fresh(bench.body(), bench.tree(), "s"),
                        true,
                        true);
        Local counter = Local.fixed(Kind.INT, Names.fresh(bench.body(), bench.tree(), "i"));
        gap.insert(loop(bench, array, sum, counter));
        gap.insert(Trees.declare(sum.kind(), sum.name(), Trees.leaf(Constants.of(sum.kind(), 0))));
        return use(bench, new Gap(gap.block(), gap.index() + 1), sum);
    }

    private static TreeNode<Symbol> loop(Bench bench, Local array, Local sum, Local counter) {
        TreeNode<Symbol> element =
                Trees.node(
                        new Symbol.Read(sum.kind(), false),
                        List.of(Trees.variable(array), Trees.variable(counter)));
        TreeNode<Symbol> term = element;
        if (bench.random().nextBoolean()) {
            Growth growth =
                    new Growth(bench.body().widest(), List.of(counter, sum, array), bench.random());
            term =
                    Trees.apply(
                            growth.pick(
                                    List.of(
                                            Function.ADD,
                                            Function.SUBTRACT,
                                            Function.MULTIPLY,
                                            Function.MIN,
                                            Function.MAX)),
                            List.of(element, growth.leaf(sum.kind())));
        }
        return Trees.counting(
                counter,
                Trees.length(Trees.variable(array)),
                List.of(Trees.assign(Trees.variable(sum), "+=", term)));
    }
}
