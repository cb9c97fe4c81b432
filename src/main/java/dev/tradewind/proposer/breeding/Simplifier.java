package dev.tradewind.proposer.breeding;

import io.jenetics.ext.util.TreeNode;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;

/// Shortens expressions without changing a single bit of their value, signs of zero and NaN
/// included, so that programs that only look different become equal.
final class Simplifier {

    private Simplifier() {}

    /// Simplifies all expressions of a tree in place.
    static void simplify(TreeNode<Symbol> tree) {
        for (int i = 0; i < tree.childCount(); i++) {
            TreeNode<Symbol> child = tree.childAt(i);
            simplify(child);
            TreeNode<Symbol> shorter = shorter(child);
            if (shorter != null && sameKind(child, shorter)) {
                Trees.replace(child, shorter);
            }
        }
    }

    /// Makes one literal of a minus sign and the literal it stands before, as a reader would.
    static void joinSigns(TreeNode<Symbol> tree) {
        for (int i = 0; i < tree.childCount(); i++) {
            joinSigns(tree.childAt(i));
        }
        if (of(tree, Function.NEGATE)
                && tree.childAt(0).value() instanceof Symbol.Constant(Kind kind, String text)
                && Character.isDigit(text.charAt(0))) {
            tree.remove(0);
            tree.value(new Symbol.Constant(kind, "-" + text));
        }
    }

    /// Kinds decide how the surroundings are computed, so they must stay.
    private static boolean sameKind(TreeNode<Symbol> old, TreeNode<Symbol> fresh) {
        return Trees.kind(old).equals(Trees.kind(fresh));
    }

    private static @Nullable TreeNode<Symbol> shorter(TreeNode<Symbol> node) {
        return switch (node.value()) {
            case Symbol.Cast cast -> cast(cast.kind(), node);
            case Symbol.Apply apply -> {
                TreeNode<Symbol> folded = folded(apply, node);
                yield folded == null ? law(apply.function(), node) : folded;
            }
            default -> null;
        };
    }

    private static @Nullable TreeNode<Symbol> cast(Kind kind, TreeNode<Symbol> node) {
        TreeNode<Symbol> inner = node.childAt(0);
        if (kind.equals(Kind.DOUBLE)
                && inner.value() instanceof Symbol.Constant constant
                && constant.kind().equals(Kind.INT)) {
            OptionalDouble value = Constants.value(constant);
            return value.isEmpty()
                    ? null
                    : Trees.leaf(Constants.of(Kind.DOUBLE, value.getAsDouble()));
        }
        return inner;
    }

    private static @Nullable TreeNode<Symbol> law(Function function, TreeNode<Symbol> node) {
        TreeNode<Symbol> first = node.childAt(0);
        TreeNode<Symbol> last = node.childAt(node.childCount() - 1);
        return switch (function) {
            case NEGATE, NOT -> of(first, function) ? first.childAt(0) : null;
            case ABS -> of(first, Function.ABS) ? first : null;
            case MIN, MAX, AND, OR -> first.equals(last) && pure(first) ? first : null;
            case MULTIPLY -> is(last, 1) ? first : is(first, 1) ? last : null;
            case DIVIDE -> is(last, 1) ? first : null;
            case SUBTRACT -> is(last, 0) ? first : null;
            case ADD -> integralSum(node, first, last);
            case CHOOSE -> chosen(node);
            default -> null;
        };
    }

    /// For floating kinds `-0.0 + 0` is `0.0`, so only integers may drop a zero.
    private static @Nullable TreeNode<Symbol> integralSum(
            TreeNode<Symbol> node, TreeNode<Symbol> first, TreeNode<Symbol> last) {
        if (!Trees.kind(node).integral()) {
            return null;
        }
        return is(last, 0) ? first : is(first, 0) ? last : null;
    }

    private static @Nullable TreeNode<Symbol> chosen(TreeNode<Symbol> node) {
        TreeNode<Symbol> condition = node.childAt(0);
        if (condition.value() instanceof Symbol.Constant truth) {
            return node.childAt(truth.text().equals("true") ? 1 : 2);
        }
        return node.childAt(1).equals(node.childAt(2)) && pure(condition) ? node.childAt(1) : null;
    }

    private static boolean of(TreeNode<Symbol> node, Function function) {
        return node.value() instanceof Symbol.Apply apply && apply.function() == function;
    }

    private static boolean is(TreeNode<Symbol> node, double value) {
        if (!(node.value() instanceof Symbol.Constant constant)) {
            return false;
        }
        OptionalDouble literal = Constants.value(constant);
        return literal.isPresent() && Double.compare(literal.getAsDouble(), value) == 0;
    }

    /// Whether leaving an expression out can be noticed: by a call, or by an exception.
    private static boolean pure(TreeNode<Symbol> node) {
        return !Trees.any(
                node,
                each ->
                        switch (each) {
                            case Symbol.Call _, Symbol.Verbatim _, Symbol.Read _ -> true;
                            case Symbol.Length _ -> true;
                            case Symbol.Apply apply ->
                                    apply.function().divides() && apply.kind().integral();
                            default -> false;
                        });
    }

    private static @Nullable TreeNode<Symbol> folded(Symbol.Apply apply, TreeNode<Symbol> node) {
        double[] values = new double[node.childCount()];
        for (int i = 0; i < values.length; i++) {
            if (!(node.childAt(i).value() instanceof Symbol.Constant constant)) {
                return null;
            }
            OptionalDouble value = Constants.value(constant);
            boolean exact = constant.kind().equals(Kind.INT) || constant.kind().equals(Kind.DOUBLE);
            if (value.isEmpty() || !exact) {
                return null;
            }
            values[i] = value.getAsDouble();
        }
        if (apply.function().family() == Function.Family.COMPARISON) {
            boolean holds = compared(apply.function(), values[0], values[1]);
            return Trees.leaf(new Symbol.Constant(Kind.BOOLEAN, String.valueOf(holds)));
        }
        OptionalDouble result = computed(apply.function(), values);
        return result.isPresent() && representable(apply.kind(), result.getAsDouble())
                ? Trees.leaf(Constants.of(apply.kind(), result.getAsDouble()))
                : null;
    }

    private static boolean representable(Kind kind, double value) {
        return kind.equals(Kind.DOUBLE)
                ? Double.isFinite(value)
                : kind.equals(Kind.INT) && value == (int) value;
    }

    private static boolean compared(Function function, double left, double right) {
        return switch (function) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case GREATER -> left > right;
            case AT_LEAST -> left >= right;
            case EQUAL -> left == right;
            case DIFFERENT -> left != right;
            default -> throw new IllegalArgumentException("no comparison: " + function);
        };
    }

    /// Only what Java promises to the last bit; integer division is left alone.
    private static OptionalDouble computed(Function function, double[] values) {
        double first = values[0];
        double last = values[values.length - 1];
        return switch (function) {
            case ADD -> OptionalDouble.of(first + last);
            case SUBTRACT -> OptionalDouble.of(first - last);
            case MULTIPLY -> OptionalDouble.of(first * last);
            case MIN -> OptionalDouble.of(Math.min(first, last));
            case MAX -> OptionalDouble.of(Math.max(first, last));
            case ABS -> OptionalDouble.of(Math.abs(first));
            case NEGATE -> OptionalDouble.of(-first);
            case SQRT -> OptionalDouble.of(Math.sqrt(first));
            default -> OptionalDouble.empty();
        };
    }
}
