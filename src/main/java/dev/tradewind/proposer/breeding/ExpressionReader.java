package dev.tradewind.proposer.breeding;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.UnaryExpr;

import io.jenetics.ext.util.TreeNode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads expressions into typed trees; what it does not know stays verbatim.
final class ExpressionReader {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}|[12]\\d{9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9.]+([eE][+-]?\\d+)?");
    private static final Map<String, Kind> LIBRARY =
            Map.of(
                    "Integer",
                    Kind.INT,
                    "Long",
                    Kind.LONG,
                    "Float",
                    Kind.FLOAT,
                    "Double",
                    Kind.DOUBLE,
                    "Math",
                    Kind.DOUBLE);

    private final Surroundings file;
    private final Visible names;

    ExpressionReader(Surroundings file, Visible names) {
        this.file = file;
        this.names = names;
    }

    TreeNode<Symbol> read(Expression expression) {
        return switch (expression) {
            case EnclosedExpr enclosed -> read(enclosed.getInner());
            case LiteralStringValueExpr literal -> literal(literal, "");
            case BooleanLiteralExpr truth ->
                    leaf(new Symbol.Constant(Kind.BOOLEAN, String.valueOf(truth.getValue())));
            case NameExpr name -> name(name);
            case UnaryExpr unary -> unary(unary);
            case BinaryExpr binary ->
                    apply(
                            binary,
                            Function.ofOperator(binary.getOperator().asString(), 2),
                            List.of(binary.getLeft(), binary.getRight()));
            case ConditionalExpr choice ->
                    apply(
                            choice,
                            Function.CHOOSE,
                            List.of(
                                    choice.getCondition(),
                                    choice.getThenExpr(),
                                    choice.getElseExpr()));
            case CastExpr cast -> cast(cast);
            case ArrayAccessExpr access -> element(access);
            case FieldAccessExpr field -> field(field);
            case MethodCallExpr call -> call(call);
            case ArrayCreationExpr creation -> created(creation);
            default -> verbatim(expression, Kind.OTHER);
        };
    }

    /// The locals a stretch of code mentions, for what is kept as it was written.
    List<String> uses(com.github.javaparser.ast.Node node) {
        return node.findAll(SimpleName.class).stream()
                .map(SimpleName::getIdentifier)
                .filter(name -> names.find(name) != null)
                .distinct()
                .toList();
    }

    static Kind kind(TreeNode<Symbol> node) {
        return node.value() instanceof Symbol.Expression known ? known.kind() : Kind.OTHER;
    }

    private TreeNode<Symbol> literal(LiteralStringValueExpr literal, String sign) {
        String text = literal.getValue();
        return switch (literal) {
            case IntegerLiteralExpr _ when whole(sign + text) -> constant(Kind.INT, sign + text);
            case LongLiteralExpr _ when WHOLE.matcher(digits(text)).matches() ->
                    constant(Kind.LONG, sign + digits(text) + "L");
            case DoubleLiteralExpr _ when DECIMAL.matcher(text).matches() ->
                    constant(Kind.DOUBLE, sign + text);
            case DoubleLiteralExpr _
                    when text.endsWith("f") && DECIMAL.matcher(digits(text)).matches() ->
                    constant(Kind.FLOAT, sign + text);
            case DoubleLiteralExpr _ when text.endsWith("f") || text.endsWith("F") ->
                    verbatim(literal, Kind.FLOAT);
            case IntegerLiteralExpr _ -> verbatim(literal, Kind.INT);
            case LongLiteralExpr _ -> verbatim(literal, Kind.LONG);
            case DoubleLiteralExpr _ -> verbatim(literal, Kind.DOUBLE);
            default -> verbatim(literal, Kind.OTHER);
        };
    }

    private static boolean whole(String signed) {
        String digits = signed.startsWith("-") ? signed.substring(1) : signed;
        return WHOLE.matcher(digits).matches()
                && (digits.length() == 1 || !digits.startsWith("0"))
                && Long.parseLong(signed) == (int) Long.parseLong(signed);
    }

    private static String digits(String text) {
        return text.substring(0, text.length() - 1);
    }

    private TreeNode<Symbol> name(NameExpr expression) {
        Local local = names.find(expression.getNameAsString());
        return local != null && local.kind().known()
                ? leaf(new Symbol.Variable(local.kind(), local.name()))
                : verbatim(expression, Kind.OTHER);
    }

    private TreeNode<Symbol> unary(UnaryExpr unary) {
        Expression operand = unary.getExpression();
        return switch (unary.getOperator()) {
            case MINUS ->
                    operand instanceof LiteralStringValueExpr number
                            ? negative(unary, number)
                            : apply(unary, Function.NEGATE, List.of(operand));
            case LOGICAL_COMPLEMENT -> apply(unary, Function.NOT, List.of(operand));
            default -> verbatim(unary, Kind.OTHER);
        };
    }

    private TreeNode<Symbol> negative(UnaryExpr unary, LiteralStringValueExpr number) {
        TreeNode<Symbol> read = literal(number, "-");
        return read.value() instanceof Symbol.Constant ? read : verbatim(unary, kind(read));
    }

    private TreeNode<Symbol> apply(
            Expression whole, @Nullable Function function, List<Expression> operands) {
        List<TreeNode<Symbol>> children = operands.stream().map(this::read).toList();
        Kind kind =
                function == null
                        ? Kind.OTHER
                        : function.kind(children.stream().map(ExpressionReader::kind).toList());
        return function == null || !kind.known()
                ? verbatim(whole, Kind.OTHER)
                : node(new Symbol.Apply(kind, function), children);
    }

    private TreeNode<Symbol> cast(CastExpr cast) {
        Kind kind = Surroundings.kind(cast.getType());
        TreeNode<Symbol> operand = read(cast.getExpression());
        return kind.numeric() && kind(operand).numeric()
                ? node(new Symbol.Cast(kind), List.of(operand))
                : verbatim(cast, kind);
    }

    private TreeNode<Symbol> element(ArrayAccessExpr access) {
        TreeNode<Symbol> array = read(access.getName());
        if (!kind(array).array() || array.value() instanceof Symbol.Verbatim) {
            return verbatim(access, Kind.OTHER);
        }
        Expression inner = wrappedIndex(access.getIndex(), array);
        TreeNode<Symbol> index = read(inner == null ? access.getIndex() : inner);
        return kind(index).equals(Kind.INT)
                ? node(new Symbol.Read(kind(array).element(), inner != null), List.of(array, index))
                : verbatim(access, kind(array).element());
    }

    /// The `i` of `Math.floorMod(i, array.length)`, or null when the index is anything else.
    private @Nullable Expression wrappedIndex(Expression index, TreeNode<Symbol> array) {
        boolean floorMod =
                index instanceof MethodCallExpr call
                        && call.getNameAsString().equals("floorMod")
                        && call.getArguments().size() == 2
                        && call.getArgument(1) instanceof FieldAccessExpr field
                        && field.getNameAsString().equals("length")
                        && read(field.getScope()).equals(array);
        return floorMod ? index.asMethodCallExpr().getArgument(0) : null;
    }

    private TreeNode<Symbol> field(FieldAccessExpr field) {
        if (field.getScope() instanceof NameExpr type
                && names.find(type.getNameAsString()) == null) {
            Kind kind = LIBRARY.get(type.getNameAsString());
            return kind == null
                    ? verbatim(field, Kind.OTHER)
                    : constant(kind, type.getNameAsString() + "." + field.getNameAsString());
        }
        TreeNode<Symbol> scope = read(field.getScope());
        return kind(scope).array() && field.getNameAsString().equals("length")
                ? node(new Symbol.Length(), List.of(scope))
                : verbatim(field, Kind.OTHER);
    }

    private TreeNode<Symbol> call(MethodCallExpr call) {
        int arity = call.getArguments().size();
        Expression scope = call.getScope().orElse(null);
        if (scope == null) {
            Symbol.Call own = file.call(call.getNameAsString(), arity);
            return own == null ? verbatim(call, Kind.OTHER) : call(call, own);
        }
        boolean mathematics =
                scope instanceof NameExpr type && type.getNameAsString().equals("Math");
        return mathematics
                ? apply(call, Function.ofCall(call.getNameAsString(), arity), call.getArguments())
                : verbatim(call, Kind.OTHER);
    }

    private TreeNode<Symbol> call(MethodCallExpr call, Symbol.Call own) {
        List<TreeNode<Symbol>> arguments = call.getArguments().stream().map(this::read).toList();
        return own.kind().known() ? node(own, arguments) : verbatim(call, Kind.OTHER);
    }

    private TreeNode<Symbol> created(ArrayCreationExpr creation) {
        Kind element = Surroundings.kind(creation.getElementType());
        return verbatim(
                creation,
                element.known() ? new Kind(element.base(), creation.getLevels().size()) : element);
    }

    private TreeNode<Symbol> verbatim(Expression expression, Kind kind) {
        boolean tight =
                switch (expression) {
                    case NameExpr _, LiteralStringValueExpr _, MethodCallExpr _ -> true;
                    case FieldAccessExpr _, ArrayAccessExpr _, EnclosedExpr _ -> true;
                    default -> false;
                };
        return leaf(new Symbol.Verbatim(kind, file.source(expression), tight, uses(expression)));
    }

    private static TreeNode<Symbol> constant(Kind kind, String text) {
        return leaf(new Symbol.Constant(kind, text));
    }

    private static TreeNode<Symbol> leaf(Symbol symbol) {
        return TreeNode.of(symbol);
    }

    private static TreeNode<Symbol> node(Symbol symbol, List<TreeNode<Symbol>> children) {
        TreeNode<Symbol> node = TreeNode.of(symbol);
        children.forEach(node::attach);
        return node;
    }
}
