package dev.tradewind.proposer.breeding;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.Type;

import io.jenetics.ext.util.TreeNode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// Reads statements into typed trees; what it does not know stays as it was written.
final class StatementReader {

    private static final Set<String> OPERATORS = Set.of("=", "+=", "-=", "*=", "/=", "%=");

    private final Surroundings file;
    private final Visible names;
    private final ExpressionReader expressions;

    StatementReader(Surroundings file, Visible names) {
        this.file = file;
        this.names = names;
        this.expressions = new ExpressionReader(file, names);
    }

    /// A block of these statements.
    TreeNode<Symbol> block(List<Statement> statements) {
        int mark = names.enter();
        TreeNode<Symbol> block = TreeNode.of(new Symbol.Block());
        statements.forEach(statement -> read(statement, block));
        names.leave(mark);
        return block;
    }

    private TreeNode<Symbol> block(Statement statement) {
        return block(
                statement instanceof BlockStmt block ? block.getStatements() : List.of(statement));
    }

    private void read(Statement statement, TreeNode<Symbol> block) {
        if (statement instanceof EmptyStmt) {
            return;
        }
        if (statement instanceof ExpressionStmt simple
                && simple.getExpression() instanceof VariableDeclarationExpr declaration) {
            declarations(statement, declaration, block);
            return;
        }
        TreeNode<Symbol> read =
                switch (statement) {
                    case BlockStmt inner -> block(inner);
                    case ExpressionStmt simple -> assignment(simple.getExpression());
                    case IfStmt branch -> branch(branch);
                    case ReturnStmt result -> result(result);
                    case WhileStmt loop ->
                            node(
                                    new Symbol.While(),
                                    expressions.read(loop.getCondition()),
                                    block(loop.getBody()));
                    case ForStmt loop -> count(loop);
                    case ForEachStmt loop -> each(loop);
                    default -> null;
                };
        block.attach(read == null ? kept(statement) : read);
    }

    private TreeNode<Symbol> kept(Statement statement) {
        boolean completes =
                switch (statement) {
                    case ThrowStmt _, BreakStmt _, ContinueStmt _ -> false;
                    case ExpressionStmt _ -> true;
                    default -> !lastOfItsBlock(statement) || !mayReturn(statement);
                };
        return TreeNode.of(
                new Symbol.Kept(
                        file.source(statement), expressions.uses(statement), List.of(), completes));
    }

    @SuppressWarnings("ReferenceEquality") // this statement, not one like it
    private static boolean lastOfItsBlock(Statement statement) {
        return statement
                .getParentNode()
                .map(
                        parent ->
                                parent instanceof BlockStmt block
                                        && block.getStatements().getLast().orElseThrow()
                                                == statement)
                .orElse(true);
    }

    private static boolean mayReturn(Statement statement) {
        return statement.findFirst(ReturnStmt.class).isPresent()
                || statement.findFirst(ThrowStmt.class).isPresent();
    }

    private void declarations(
            Statement statement, VariableDeclarationExpr expression, TreeNode<Symbol> block) {
        List<VariableDeclarator> all = expression.getVariables();
        boolean plain =
                all.stream().allMatch(each -> declared(each, all).known())
                        && all.stream().noneMatch(StatementReader::initialisedByBraces);
        if (plain) {
            all.forEach(each -> block.attach(declaration(each, expression.isFinal())));
            return;
        }
        List<Local> locals =
                all.stream()
                        .map(each -> Local.fixed(declared(each, all), each.getNameAsString()))
                        .toList();
        block.attach(
                TreeNode.of(
                        new Symbol.Kept(
                                file.source(statement),
                                expressions.uses(statement),
                                locals,
                                true)));
        locals.forEach(names::add);
    }

    private Kind declared(VariableDeclarator variable, List<VariableDeclarator> together) {
        Type type = variable.getType();
        if (!type.isVarType()) {
            return Surroundings.kind(type);
        }
        return together.size() == 1
                ? variable.getInitializer()
                        .map(first -> ExpressionReader.kind(expressions.read(first)))
                        .orElse(Kind.OTHER)
                : Kind.OTHER;
    }

    private static boolean initialisedByBraces(VariableDeclarator variable) {
        return variable.getInitializer().map(Expression::isArrayInitializerExpr).orElse(false);
    }

    private TreeNode<Symbol> declaration(VariableDeclarator variable, boolean fixed) {
        Kind kind = declared(variable, List.of(variable));
        String name = variable.getNameAsString();
        TreeNode<Symbol> node = TreeNode.of(new Symbol.Declare(kind, name, fixed));
        variable.getInitializer().ifPresent(first -> node.attach(expressions.read(first)));
        names.add(new Local(kind, name, !node.isLeaf(), !fixed));
        return node;
    }

    private @Nullable TreeNode<Symbol> assignment(Expression expression) {
        return switch (expression) {
            case AssignExpr assign
                    when OPERATORS.contains(assign.getOperator().asString())
                            && target(assign.getTarget()) ->
                    assignment(assign);
            case UnaryExpr step when step(step) && target(step.getExpression()) ->
                    node(
                            new Symbol.Assign(
                                    step.isPrefix() || step.isPostfix() ? steps(step) : ""),
                            expressions.read(step.getExpression()));
            default -> null;
        };
    }

    private @Nullable TreeNode<Symbol> assignment(AssignExpr assign) {
        TreeNode<Symbol> target = expressions.read(assign.getTarget());
        TreeNode<Symbol> value = expressions.read(assign.getValue());
        boolean known = ExpressionReader.kind(target).known();
        return known
                ? node(new Symbol.Assign(assign.getOperator().asString()), target, value)
                : null;
    }

    private static boolean step(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    private static String steps(UnaryExpr step) {
        return switch (step.getOperator()) {
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> "++";
            default -> "--";
        };
    }

    private boolean target(Expression expression) {
        return (expression instanceof NameExpr || expression instanceof ArrayAccessExpr)
                && !(expressions.read(expression).value() instanceof Symbol.Verbatim);
    }

    private TreeNode<Symbol> branch(IfStmt branch) {
        TreeNode<Symbol> node =
                node(
                        new Symbol.If(),
                        expressions.read(branch.getCondition()),
                        block(branch.getThenStmt()));
        branch.getElseStmt().ifPresent(otherwise -> node.attach(block(otherwise)));
        return node;
    }

    private TreeNode<Symbol> result(ReturnStmt result) {
        TreeNode<Symbol> node = TreeNode.of(new Symbol.Return());
        result.getExpression().ifPresent(value -> node.attach(expressions.read(value)));
        return node;
    }

    private @Nullable TreeNode<Symbol> count(ForStmt loop) {
        boolean counting =
                loop.getInitialization().size() == 1
                        && loop.getInitialization().get(0) instanceof VariableDeclarationExpr first
                        && first.getVariables().size() == 1
                        && declared(first.getVariable(0), List.of(first.getVariable(0))).numeric()
                        && loop.getCompare().isPresent()
                        && loop.getUpdate().size() == 1;
        if (!counting) {
            return null;
        }
        int mark = names.enter();
        VariableDeclarator counter =
                loop.getInitialization().get(0).asVariableDeclarationExpr().getVariable(0);
        TreeNode<Symbol> declaration = declaration(counter, false);
        TreeNode<Symbol> update = assignment(loop.getUpdate().get(0));
        TreeNode<Symbol> node =
                update == null
                        ? null
                        : node(
                                new Symbol.For(),
                                declaration,
                                expressions.read(loop.getCompare().orElseThrow()),
                                update,
                                block(loop.getBody()));
        names.leave(mark);
        return node;
    }

    private @Nullable TreeNode<Symbol> each(ForEachStmt loop) {
        TreeNode<Symbol> array = expressions.read(loop.getIterable());
        Kind element = ExpressionReader.kind(array).element();
        String name = loop.getVariable().getVariable(0).getNameAsString();
        Type type = loop.getVariable().getVariable(0).getType();
        boolean same = type.isVarType() || Surroundings.kind(type).equals(element);
        if (!element.known() || !same) {
            return null;
        }
        int mark = names.enter();
        names.add(new Local(element, name, true, true));
        TreeNode<Symbol> node = node(new Symbol.Each(element, name), array, block(loop.getBody()));
        names.leave(mark);
        return node;
    }

    @SafeVarargs
    private static TreeNode<Symbol> node(Symbol symbol, TreeNode<Symbol>... children) {
        TreeNode<Symbol> node = TreeNode.of(symbol);
        for (TreeNode<Symbol> child : children) {
            node.attach(child);
        }
        return node;
    }
}
