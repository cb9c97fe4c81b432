package dev.tradewind.proposer.breeding;

import dev.tradewind.proposer.breeding.Symbol.Apply;
import dev.tradewind.proposer.breeding.Symbol.Assign;
import dev.tradewind.proposer.breeding.Symbol.Block;
import dev.tradewind.proposer.breeding.Symbol.Call;
import dev.tradewind.proposer.breeding.Symbol.Cast;
import dev.tradewind.proposer.breeding.Symbol.Constant;
import dev.tradewind.proposer.breeding.Symbol.Declare;
import dev.tradewind.proposer.breeding.Symbol.Each;
import dev.tradewind.proposer.breeding.Symbol.Expression;
import dev.tradewind.proposer.breeding.Symbol.For;
import dev.tradewind.proposer.breeding.Symbol.If;
import dev.tradewind.proposer.breeding.Symbol.Kept;
import dev.tradewind.proposer.breeding.Symbol.Length;
import dev.tradewind.proposer.breeding.Symbol.Read;
import dev.tradewind.proposer.breeding.Symbol.Return;
import dev.tradewind.proposer.breeding.Symbol.Statement;
import dev.tradewind.proposer.breeding.Symbol.Variable;
import dev.tradewind.proposer.breeding.Symbol.Verbatim;
import dev.tradewind.proposer.breeding.Symbol.While;

import io.jenetics.ext.util.TreeNode;

/// Writes syntax trees as Java.
final class Renderer {

    private static final int STEP = 4;
    private static final int LOWEST = 0;
    private static final int UNARY = 13;
    private static final int PRIMARY = 16;

    private final StringBuilder out = new StringBuilder();

    private Renderer() {}

    /// The text that takes the place of a body.
    static String render(Body.Place place, TreeNode<Symbol> block) {
        Renderer renderer = new Renderer();
        if (place.braces()) {
            renderer.block(block, place.indent() - STEP);
        } else {
            block.childStream().forEach(child -> renderer.statement(child, place.indent()));
        }
        return renderer.out.toString();
    }

    /// An expression on one line.
    static String expression(TreeNode<Symbol> node) {
        Renderer renderer = new Renderer();
        renderer.expression(node, LOWEST);
        return renderer.out.toString();
    }

    private void block(TreeNode<Symbol> block, int indent) {
        out.append("{\n");
        for (int i = 0; i < block.childCount(); i++) {
            statement(block.childAt(i), indent + STEP);
        }
        out.repeat(' ', indent).append('}');
    }

    private void statement(TreeNode<Symbol> node, int indent) {
        out.repeat(' ', indent);
        unindented(node, indent);
        out.append('\n');
    }

    private void unindented(TreeNode<Symbol> node, int indent) {
        switch ((Statement) node.value()) {
            case Block _ -> block(node, indent);
            case If _ -> branch(node, indent);
            case Return _ -> result(node);
            case Declare _, Assign _ -> {
                simple(node);
                out.append(';');
            }
            case While _ -> {
                out.append("while (");
                expression(node.childAt(0), LOWEST);
                closed(node.childAt(1), indent);
            }
            case For _ -> count(node, indent);
            case Each each -> {
                out.append("for (").append(each.kind().text()).append(' ').append(each.name());
                out.append(" : ");
                expression(node.childAt(0), LOWEST);
                closed(node.childAt(1), indent);
            }
            case Kept kept -> out.append(kept.text());
        }
    }

    private void closed(TreeNode<Symbol> block, int indent) {
        out.append(") ");
        block(block, indent);
    }

    private void branch(TreeNode<Symbol> node, int indent) {
        out.append("if (");
        expression(node.childAt(0), LOWEST);
        closed(node.childAt(1), indent);
        if (node.childCount() > 2) {
            out.append(" else ");
            TreeNode<Symbol> otherwise = node.childAt(2);
            if (otherwise.childCount() == 1 && otherwise.childAt(0).value() instanceof If) {
                branch(otherwise.childAt(0), indent);
            } else {
                block(otherwise, indent);
            }
        }
    }

    private void result(TreeNode<Symbol> node) {
        out.append("return");
        if (node.childCount() > 0) {
            out.append(' ');
            expression(node.childAt(0), LOWEST);
        }
        out.append(';');
    }

    private void count(TreeNode<Symbol> node, int indent) {
        out.append("for (");
        simple(node.childAt(0));
        out.append("; ");
        expression(node.childAt(1), LOWEST);
        out.append("; ");
        simple(node.childAt(2));
        closed(node.childAt(3), indent);
    }

    private void simple(TreeNode<Symbol> node) {
        switch (node.value()) {
            case Declare declare -> {
                out.append(declare.fixed() ? "final " : "").append(declare.kind().text());
                out.append(' ').append(declare.name());
                if (node.childCount() > 0) {
                    out.append(" = ");
                    expression(node.childAt(0), LOWEST);
                }
            }
            case Assign assign -> {
                expression(node.childAt(0), LOWEST);
                if (node.childCount() > 1) {
                    out.append(' ').append(assign.operator()).append(' ');
                    expression(node.childAt(1), LOWEST);
                } else {
                    out.append(assign.operator());
                }
            }
            default -> throw new IllegalStateException("not a simple statement: " + node.value());
        }
    }

    /// Writes an expression, in parentheses when it binds weaker than its surroundings ask for.
    private void expression(TreeNode<Symbol> node, int atLeast) {
        switch ((Expression) node.value()) {
            case Constant constant -> parted(constant.text(), atLeast);
            case Variable variable -> out.append(variable.name());
            case Apply apply -> apply(apply.function(), node, atLeast);
            case Cast cast -> {
                boolean open = opened(UNARY, atLeast);
                out.append('(').append(cast.kind().text()).append(") ");
                expression(node.childAt(0), UNARY);
                out.append(open ? ")" : "");
            }
            case Read read -> read(read, node);
            case Length _ -> {
                expression(node.childAt(0), PRIMARY);
                out.append(".length");
            }
            case Call call -> {
                out.append(call.name());
                arguments(node);
            }
            case Verbatim verbatim -> {
                boolean open = opened(verbatim.tight() ? PRIMARY : LOWEST + 1, atLeast);
                out.append(verbatim.text()).append(open ? ")" : "");
            }
        }
    }

    /// A minus sign right after another one would read as a decrement.
    private void parted(String constant, int atLeast) {
        boolean open = constant.startsWith("-") && atLeast > UNARY;
        out.append(open ? "(" : "").append(constant).append(open ? ")" : "");
    }

    private void read(Read read, TreeNode<Symbol> node) {
        TreeNode<Symbol> array = node.childAt(0);
        expression(array, PRIMARY);
        out.append(read.wrapped() ? "[Math.floorMod(" : "[");
        expression(node.childAt(1), LOWEST);
        if (read.wrapped()) {
            out.append(", ");
            expression(array, PRIMARY);
            out.append(".length)");
        }
        out.append(']');
    }

    private void apply(Function function, TreeNode<Symbol> node, int atLeast) {
        if (function.call()) {
            out.append("Math.").append(function.text());
            arguments(node);
            return;
        }
        int precedence = function.precedence();
        boolean open = opened(precedence, atLeast);
        switch (function.arity()) {
            case 1 -> {
                out.append(function.text());
                expression(node.childAt(0), UNARY + 1);
            }
            case 2 -> {
                expression(node.childAt(0), precedence);
                out.append(' ').append(function.text()).append(' ');
                expression(node.childAt(1), precedence + 1);
            }
            default -> {
                expression(node.childAt(0), precedence + 1);
                out.append(" ? ");
                expression(node.childAt(1), precedence + 1);
                out.append(" : ");
                expression(node.childAt(2), precedence);
            }
        }
        out.append(open ? ")" : "");
    }

    private boolean opened(int precedence, int atLeast) {
        boolean open = precedence < atLeast;
        out.append(open ? "(" : "");
        return open;
    }

    private void arguments(TreeNode<Symbol> node) {
        out.append('(');
        for (int i = 0; i < node.childCount(); i++) {
            out.append(i > 0 ? ", " : "");
            expression(node.childAt(i), LOWEST);
        }
        out.append(')');
    }
}
