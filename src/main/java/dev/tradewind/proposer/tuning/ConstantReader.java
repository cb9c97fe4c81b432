package dev.tradewind.proposer.tuning;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.UnaryExpr;

import dev.tradewind.program.Program;
import dev.tradewind.program.Region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the numbers inside a program's regions.
final class ConstantReader {

    private static final ParserConfiguration JAVA =
            new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                    .setAttributeComments(false)
                    .setLexicalPreservationEnabled(false)
                    .setTabSize(1);
    private static final Pattern DECIMAL =
            Pattern.compile("-?\\s?[0-9_]*\\.?[0-9_]*([eE][+-]?[0-9]+)?[lLfFdD]?");
    private static final Pattern OCTAL = Pattern.compile("-?\\s?0[0-9_]+[lL]?");

    private final String path;
    private final String text;
    private final int[] lines;

    private ConstantReader(String path, String text) {
        this.path = path;
        this.text = text;
        this.lines = lineStarts(text);
    }

    /// The program with the numbers that may move; none in a file that ends in `.java` and is not
    /// Java.
    static Skeleton read(Program program) {
        List<Region> regions = program.regions();
        List<Constant> found = new ArrayList<>();
        for (String path : program.files().keySet()) {
            List<Region> own = regions.stream().filter(each -> each.path().equals(path)).toList();
            found.addAll(own.isEmpty() ? List.of() : read(path, program.text(path), own));
        }
        return new Skeleton(program, found);
    }

    private static List<Constant> read(String path, String text, List<Region> regions) {
        return path.endsWith(".java")
                ? new ConstantReader(path, text).read(regions)
                : TextReader.read(path, text, regions);
    }

    private List<Constant> read(List<Region> regions) {
        ParseResult<CompilationUnit> result = new JavaParser(JAVA).parse(text);
        return result.getResult().filter(_ -> result.isSuccessful()).stream()
                .flatMap(unit -> unit.findAll(LiteralStringValueExpr.class).stream())
                .filter(literal -> Freedoms.isNumber(literal))
                .map(this::constant)
                .filter(constant -> constant.freedom() != Freedom.NONE && decimal(constant))
                .filter(constant -> regions.stream().anyMatch(region -> inside(constant, region)))
                .sorted(Comparator.comparingInt(Constant::start))
                .toList();
    }

    private Constant constant(LiteralStringValueExpr literal) {
        Node parent = literal.getParentNode().orElse(literal);
        boolean negative =
                parent instanceof UnaryExpr unary
                        && unary.getOperator() == UnaryExpr.Operator.MINUS;
        Node node = negative ? parent : literal;
        int start = offset(node.getBegin().orElseThrow());
        int end = offset(node.getEnd().orElseThrow()) + 1;
        return new Constant(
                path,
                start,
                end,
                text.substring(start, end),
                !(literal instanceof DoubleLiteralExpr),
                negative || "-+".indexOf(text.charAt(Math.max(0, start - 1))) < 0,
                Freedoms.of(literal));
    }

    private static boolean decimal(Constant constant) {
        String written = constant.written();
        return DECIMAL.matcher(written).matches()
                && !(constant.whole() && OCTAL.matcher(written).matches())
                && Math.abs(constant.value()) <= Constant.LARGEST;
    }

    private static boolean inside(Constant constant, Region region) {
        return constant.start() >= region.start() && constant.end() <= region.end();
    }

    private int offset(Position position) {
        return lines[position.line - 1] + position.column - 1;
    }

    /// Lines end as the parser sees it: at `\r\n`, `\n` or `\r`.
    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            boolean pair = sign == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (sign == '\n' || (sign == '\r' && !pair)) {
                starts.add(at + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
