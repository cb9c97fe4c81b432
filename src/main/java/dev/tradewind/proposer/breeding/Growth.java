package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Grows fresh expressions that Java takes, from the names in reach.
final class Growth {

    private static final List<Function> REAL =
            List.of(
                    Function.ADD,
                    Function.ADD,
                    Function.ADD,
                    Function.SUBTRACT,
                    Function.SUBTRACT,
                    Function.SUBTRACT,
                    Function.MULTIPLY,
                    Function.MULTIPLY,
                    Function.MULTIPLY,
                    Function.DIVIDE,
                    Function.DIVIDE,
                    Function.DIVIDE,
                    Function.MIN,
                    Function.MAX,
                    Function.CHOOSE,
                    Function.CHOOSE,
                    Function.POW,
                    Function.SQRT,
                    Function.LOG,
                    Function.EXP,
                    Function.ABS);
    private static final List<Function> WHOLE =
            List.of(
                    Function.ADD,
                    Function.ADD,
                    Function.SUBTRACT,
                    Function.SUBTRACT,
                    Function.MULTIPLY,
                    Function.MULTIPLY,
                    Function.DIVIDE,
                    Function.REMAINDER,
                    Function.MIN,
                    Function.MAX,
                    Function.CHOOSE,
                    Function.ABS);
    private static final List<Function> TRUTH =
            List.of(
                    Function.LESS,
                    Function.LESS,
                    Function.AT_MOST,
                    Function.GREATER,
                    Function.GREATER,
                    Function.AT_LEAST,
                    Function.EQUAL,
                    Function.AND,
                    Function.OR,
                    Function.NOT);
    private static final double EARLY_LEAF = 0.15;
    private static final double PHRASE = 0.25;

    private final Kind widest;
    private final List<Local> names;
    private final List<TreeNode<Symbol>> phrases;
    private final RandomGenerator random;

    /// @param widest the kind comparisons are made in
    /// @param names what expressions may mention
    Growth(Kind widest, List<Local> names, RandomGenerator random) {
        this(widest, names, List.of(), random);
    }

    /// @param widest the kind comparisons are made in
    /// @param names what expressions may mention
    /// @param phrases small expressions that are used like variables, of names among these
    Growth(Kind widest, List<Local> names, List<TreeNode<Symbol>> phrases, RandomGenerator random) {
        this.widest = widest;
        this.phrases = phrases;
        this.names = names.stream().filter(Local::readable).toList();
        this.random = random;
    }

    /// An expression of at most so many levels; some branches end early.
    TreeNode<Symbol> grow(Kind kind, int depth) {
        return tree(kind, depth, EARLY_LEAF);
    }

    /// An expression of exactly so many levels, leaves of array elements aside.
    TreeNode<Symbol> full(Kind kind, int depth) {
        return tree(kind, depth, 0);
    }

    /// A variable, a constant, an array element, or the difference of two variables.
    TreeNode<Symbol> leaf(Kind kind) {
        if (kind.equals(Kind.BOOLEAN)) {
            return truthLeaf();
        }
        if (!phrases.isEmpty() && random.nextDouble() < PHRASE) {
            List<TreeNode<Symbol>> suiting =
                    phrases.stream().filter(each -> kind.accepts(Trees.kind(each))).toList();
            if (!suiting.isEmpty()) {
                return pick(suiting).copy();
            }
        }
        // A loop inside another one of the same counter, not turned away yet, has its name twice.
        List<Local> fitting =
                names.stream().filter(each -> kind.accepts(each.kind())).distinct().toList();
        List<Local> arrays = names.stream().filter(each -> readable(kind, each)).toList();
        double draw = random.nextDouble();
        if (!arrays.isEmpty() && draw < 0.3) {
            return element(pick(arrays));
        }
        if (fitting.isEmpty() || draw > 0.75) {
            return Trees.leaf(Constants.fresh(kind, random));
        }
        return fitting.size() > 1 && draw > 0.45
                ? difference(fitting)
                : Trees.variable(pick(fitting));
    }

    /// Some function that suits a kind, around operands the caller has or grows.
    ///
    /// @param operands the first ones, fewer than the function takes are completed
    TreeNode<Symbol> around(Kind kind, Function function, List<TreeNode<Symbol>> operands) {
        List<TreeNode<Symbol>> children = new ArrayList<>(operands);
        while (children.size() < function.arity()) {
            children.add(leaf(operand(function, kind, children.size())));
        }
        return apply(function, children);
    }

    /// A function that yields a kind.
    Function function(Kind kind) {
        return pick(kind.equals(Kind.BOOLEAN) ? TRUTH : kind.floating() ? REAL : WHOLE);
    }

    /// The kind of a function's operand when the function yields a kind.
    Kind operand(Function function, Kind kind, int index) {
        return switch (function.family()) {
            case PROMOTED, INTEGRAL -> kind;
            case CHOICE -> index == 0 ? Kind.BOOLEAN : kind;
            case COMPARISON -> widest;
            case LOGIC -> Kind.BOOLEAN;
            case REAL -> Kind.DOUBLE;
        };
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private TreeNode<Symbol> tree(Kind kind, int depth, double early) {
        if (depth <= 1 || random.nextDouble() < early) {
            return leaf(kind);
        }
        Function function = function(kind);
        if (kind.equals(Kind.FLOAT) && function.family() == Function.Family.REAL) {
            return Trees.node(new Symbol.Cast(kind), List.of(tree(Kind.DOUBLE, depth - 1, early)));
        }
        List<TreeNode<Symbol>> children = new ArrayList<>();
        for (int i = 0; i < function.arity(); i++) {
            children.add(tree(operand(function, kind, i), depth - 1, early));
        }
        return apply(function, children);
    }

    /// Roots and logarithms get an argument they are defined for.
    private TreeNode<Symbol> apply(Function function, List<TreeNode<Symbol>> children) {
        TreeNode<Symbol> first = children.getFirst();
        return switch (function) {
            case SQRT -> Trees.apply(function, List.of(magnitude(first)));
            case LOG -> Trees.apply(Function.LOG1P, List.of(magnitude(first)));
            case POW ->
                    Trees.apply(
                            function,
                            List.of(
                                    magnitude(first),
                                    Trees.leaf(Constants.of(Kind.DOUBLE, exponent()))));
            default -> Trees.apply(function, distinct(function, children));
        };
    }

    /// Of two equal operands most functions make something trivial; then a literal stands in.
    private List<TreeNode<Symbol>> distinct(Function function, List<TreeNode<Symbol>> children) {
        TreeNode<Symbol> last = children.getLast();
        boolean numbers = children.size() == 2 && Trees.kind(last).numeric();
        return numbers
                        && children.getFirst().equals(last)
                        && function != Function.ADD
                        && function != Function.MULTIPLY
                ? List.of(
                        children.getFirst(), Trees.leaf(Constants.fresh(Trees.kind(last), random)))
                : children;
    }

    private double exponent() {
        return random.nextInt(3) == 0
                ? Math.rint(random.nextDouble(0.1, 4) * 10) / 10
                : random.nextInt(2, 5);
    }

    private static TreeNode<Symbol> magnitude(TreeNode<Symbol> node) {
        return node.value() instanceof Symbol.Variable || never(node)
                ? node
                : Trees.apply(Function.ABS, List.of(node));
    }

    /// Whether an expression is surely not negative.
    private static boolean never(TreeNode<Symbol> node) {
        return node.value() instanceof Symbol.Apply apply
                && (apply.function() == Function.ABS || apply.function() == Function.EXP);
    }

    private TreeNode<Symbol> truthLeaf() {
        List<Local> truths =
                names.stream().filter(each -> each.kind().equals(Kind.BOOLEAN)).toList();
        if (!truths.isEmpty() && random.nextBoolean()) {
            return Trees.variable(pick(truths));
        }
        Function comparison = pick(TRUTH.subList(0, 6));
        if (random.nextBoolean()) {
            return apply(
                    comparison, List.of(leaf(widest), Trees.leaf(Constants.fresh(widest, random))));
        }
        return apply(comparison, List.of(leaf(widest), leaf(widest)));
    }

    private TreeNode<Symbol> difference(List<Local> fitting) {
        Local left = pick(fitting);
        Local right = pick(fitting);
        while (left.equals(right)) {
            right = pick(fitting);
        }
        return Trees.apply(Function.SUBTRACT, List.of(Trees.variable(left), Trees.variable(right)));
    }

    /// An array of two dimensions at most whose elements suit, when there is something to index by.
    private static boolean readable(Kind kind, Local local) {
        return local.kind().array()
                && local.kind().dims() <= 2
                && kind.accepts(new Kind(local.kind().base(), 0));
    }

    /// Some element of an array, whatever its dimensions; the index is brought into range.
    TreeNode<Symbol> element(Local array) {
        TreeNode<Symbol> read = Trees.variable(array);
        for (Kind kind = array.kind(); kind.dims() > 0; kind = kind.element()) {
            read =
                    Trees.node(
                            new Symbol.Read(kind.element(), true),
                            List.of(read, index(array.kind().dims())));
        }
        return read;
    }

    private TreeNode<Symbol> index(int dims) {
        List<Local> whole = names.stream().filter(each -> each.kind().equals(Kind.INT)).toList();
        if (whole.isEmpty() || (dims == 1 && random.nextInt(8) == 0)) {
            return Trees.leaf(Constants.of(Kind.INT, random.nextInt(0, 3)));
        }
        // Counters of the innermost loops stand last and are the likeliest indices.
        return Trees.variable(random.nextInt(3) > 0 ? whole.getLast() : pick(whole));
    }
}
