package dev.tradewind.proposer.breeding;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;

import io.jenetics.ext.util.TreeNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads the methods, or the statements of a method, that stand inside a program's regions.
final class SyntaxReader {

    private static final ParserConfiguration JAVA =
            new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                    .setAttributeComments(false)
                    .setLexicalPreservationEnabled(false)
                    .setTabSize(1);
    private static final int STEP = 4;

    private SyntaxReader() {}

    /// The program with its regions read.
    ///
    /// @throws UnreadableException when a file is not Java, or its regions hold nothing to vary
    static Source read(Program program) {
        List<Body> bodies = new ArrayList<>();
        for (Region region : program.regions()) {
            bodies.addAll(read(program.text(region.path()), region));
        }
        if (bodies.isEmpty()) {
            throw new UnreadableException(
                    "nothing to vary: no method and no statement between "
                            + Region.START
                            + " and "
                            + Region.END);
        }
        return new Source(program, bodies);
    }

    private static List<Body> read(String text, Region region) {
        CompilationUnit unit = parse(text, region.path());
        List<MethodDeclaration> methods = unit.findAll(MethodDeclaration.class);
        Surroundings file = Surroundings.of(text, methods);
        List<Body> whole =
                methods.stream()
                        .filter(method -> inside(file, method, region) && member(method))
                        .filter(method -> method.getBody().isPresent())
                        .map(method -> whole(file, method, region.path()))
                        .toList();
        return whole.isEmpty() ? part(file, unit, region) : whole;
    }

    private static CompilationUnit parse(String text, String path) {
        ParseResult<CompilationUnit> result = new JavaParser(JAVA).parse(text);
        if (!result.isSuccessful()) {
            throw new UnreadableException(path + " " + result.getProblem(0).getVerboseMessage());
        }
        return result.getResult().orElseThrow();
    }

    /// Methods of anonymous and local classes belong to the statement they stand in.
    private static boolean member(MethodDeclaration method) {
        Node type = method.getParentNode().orElseThrow();
        return type instanceof TypeDeclaration<?>
                && type.getParentNode().filter(Statement.class::isInstance).isEmpty();
    }

    private static boolean inside(Surroundings file, Node node, Region region) {
        return file.start(node) >= region.start() && file.end(node) <= region.end();
    }

    private static Body whole(Surroundings file, MethodDeclaration method, String path) {
        BlockStmt block = method.getBody().orElseThrow();
        Body.Place place =
                new Body.Place(
                        path, file.start(block), file.end(block), file.indent(method) + STEP, true);
        Visible names = new Visible(around(method));
        Kind returns = Surroundings.kind(method.getType());
        TreeNode<Symbol> tree = new StatementReader(file, names).block(block.getStatements());
        boolean falls = returns.equals(Kind.VOID);
        return new Body(
                place, returns, names.all(), List.of(), widest(returns, names), falls, tree);
    }

    /// The statements of a method whose signature lies outside the region.
    private static List<Body> part(Surroundings file, CompilationUnit unit, Region region) {
        return unit.findAll(BlockStmt.class).stream()
                .filter(block -> file.start(block) < region.start())
                .filter(block -> file.end(block) > region.end())
                .filter(
                        block ->
                                block.getStatements().stream()
                                        .anyMatch(s -> inside(file, s, region)))
                .limit(1)
                .map(block -> part(file, block, region))
                .toList();
    }

    @SuppressWarnings("unchecked") // JavaParser asks for an array of a generic type
    private static Body part(Surroundings file, BlockStmt block, Region region) {
        List<Statement> statements =
                block.getStatements().stream().filter(s -> inside(file, s, region)).toList();
        Visible names = new Visible(before(file, statements.getFirst()));
        TreeNode<Symbol> tree = new StatementReader(file, names).block(statements);
        Kind returns =
                block.findAncestor(MethodDeclaration.class)
                        .map(method -> Surroundings.kind(method.getType()))
                        .orElse(Kind.OTHER);
        int start = lineStart(file.text(), file.start(statements.getFirst()));
        int end = file.text().indexOf('\n', file.end(statements.getLast()) - 1) + 1;
        Body.Place place =
                new Body.Place(
                        region.path(),
                        Math.max(region.start(), start),
                        Math.min(region.end(), end == 0 ? region.end() : end),
                        file.indent(statements.getFirst()),
                        false);
        String after = file.text().substring(region.end());
        List<String> pinned = Names.declared(tree).stream().filter(after::contains).toList();
        boolean falls = Flow.completes(tree);
        return new Body(place, returns, names.all(), pinned, widest(returns, names), falls, tree);
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// Fields and parameters a method sees.
    @SuppressWarnings("unchecked") // JavaParser asks for an array of a generic type
    private static List<Local> around(CallableDeclaration<?> method) {
        boolean unbound = method.isStatic();
        List<Local> found = new ArrayList<>();
        method.findAncestor(TypeDeclaration.class)
                .ifPresent(
                        type -> {
                            for (Object member : type.getMembers()) {
                                if (member instanceof FieldDeclaration field
                                        && (field.isStatic() || !unbound)) {
                                    fields(field).forEach(found::add);
                                }
                            }
                        });
        method.getParameters()
                .forEach(
                        each ->
                                found.add(
                                        new Local(
                                                each.isVarArgs()
                                                        ? Kind.OTHER
                                                        : Surroundings.kind(each.getType()),
                                                each.getNameAsString(),
                                                true,
                                                !each.isFinal())));
        return found;
    }

    private static Stream<Local> fields(FieldDeclaration field) {
        return field.getVariables().stream()
                .map(
                        each ->
                                Local.fixed(
                                        Surroundings.kind(each.getType()), each.getNameAsString()));
    }

    /// The names in reach where a statement begins.
    private static List<Local> before(Surroundings file, Statement statement) {
        List<Local> locals = new ArrayList<>();
        Node inner = statement;
        Node outer = statement.getParentNode().orElseThrow();
        while (!(outer instanceof CallableDeclaration<?>)) {
            locals.addAll(0, declaredBefore(outer, inner));
            inner = outer;
            outer =
                    outer.getParentNode()
                            .orElseThrow(
                                    () ->
                                            new UnreadableException(
                                                    "the region stands in no method: "
                                                            + file.source(statement)));
        }
        List<Local> names = new ArrayList<>(around((CallableDeclaration<?>) outer));
        names.addAll(locals);
        return names;
    }

    @SuppressWarnings("ReferenceEquality") // this statement, not one like it
    private static List<Local> declaredBefore(Node outer, Node inner) {
        return switch (outer) {
            case BlockStmt block ->
                    block.getStatements().stream()
                            .takeWhile(each -> each != inner)
                            .filter(ExpressionStmt.class::isInstance)
                            .map(each -> each.asExpressionStmt().getExpression())
                            .filter(VariableDeclarationExpr.class::isInstance)
                            .flatMap(each -> locals(each.asVariableDeclarationExpr()))
                            .toList();
            case ForStmt loop ->
                    loop.getInitialization().stream()
                            .filter(VariableDeclarationExpr.class::isInstance)
                            .flatMap(each -> locals(each.asVariableDeclarationExpr()))
                            .map(each -> Local.fixed(each.kind(), each.name()))
                            .toList();
            case ForEachStmt loop ->
                    locals(loop.getVariable())
                            .map(each -> Local.fixed(each.kind(), each.name()))
                            .toList();
            default -> List.of();
        };
    }

    private static Stream<Local> locals(VariableDeclarationExpr expression) {
        return expression.getVariables().stream()
                .map(
                        each ->
                                new Local(
                                        Surroundings.kind(each.getType()),
                                        each.getNameAsString(),
                                        each.getInitializer().isPresent(),
                                        !expression.isFinal()));
    }

    private static Kind widest(Kind returns, Visible names) {
        Kind widest = returns.numeric() ? returns : Kind.INT;
        for (Local local : names.all()) {
            Kind scalar = new Kind(local.kind().base(), 0);
            widest = scalar.numeric() ? Kind.promoted(widest, scalar) : widest;
        }
        return widest;
    }
}
