package dev.tradewind.proposer.tuning;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;

import java.util.Set;

/// Says how far a number may move, by where it stands.
final class Freedoms {

    private static final Set<String> NARROW = Set.of("byte", "short", "char");
    private static final Set<String> INDEXED =
            Set.of("get", "set", "charAt", "substring", "copyOf", "copyOfRange", "fill", "subList");

    private Freedoms() {}

    static boolean isNumber(LiteralStringValueExpr literal) {
        return isWhole(literal) || literal instanceof DoubleLiteralExpr;
    }

    private static boolean isWhole(Node literal) {
        return literal instanceof IntegerLiteralExpr || literal instanceof LongLiteralExpr;
    }

    /// The least freedom that any place around the literal leaves it.
    static Freedom of(LiteralStringValueExpr literal) {
        boolean whole = isWhole(literal);
        Freedom least = Freedom.FREE;
        Node inner = literal;
        Node outer = literal.getParentNode().orElse(null);
        while (outer != null) {
            Freedom here = within(outer, inner, whole);
            least = here.compareTo(least) > 0 ? here : least;
            inner = outer;
            outer = outer.getParentNode().orElse(null);
        }
        return least;
    }

    @SuppressWarnings("ReferenceEquality") // this node, not one like it
    private static Freedom within(Node outer, Node inner, boolean whole) {
        return switch (outer) {
            case ArrayCreationLevel _, AnnotationExpr _ -> Freedom.NONE;
            case ArrayAccessExpr access when access.getIndex() == inner -> Freedom.NONE;
            case SwitchEntry entry when entry.getLabels().contains(inner) -> Freedom.NONE;
            case ForStmt loop when loop.getBody() != inner ->
                    whole && loop.getCompare().filter(each -> each == inner).isPresent()
                            ? Freedom.BY_ONE
                            : Freedom.NONE;
            case WhileStmt loop when loop.getCondition() == inner -> bound(whole);
            case DoStmt loop when loop.getCondition() == inner -> bound(whole);
            case BinaryExpr binary when shifts(binary.getOperator()) -> bound(whole);
            case VariableDeclarator variable when narrow(variable.getTypeAsString()) ->
                    Freedom.NONE;
            case CastExpr cast when whole && narrow(cast.getTypeAsString()) -> Freedom.NONE;
            case MethodCallExpr call
                    when whole
                            && INDEXED.contains(call.getNameAsString())
                            && call.getArguments().contains(inner) ->
                    Freedom.NONE;
            default -> Freedom.FREE;
        };
    }

    private static Freedom bound(boolean whole) {
        return whole ? Freedom.BY_ONE : Freedom.NONE;
    }

    private static boolean narrow(String type) {
        return NARROW.stream().anyMatch(type::startsWith);
    }

    private static boolean shifts(BinaryExpr.Operator operator) {
        return switch (operator) {
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> true;
            default -> false;
        };
    }
}
