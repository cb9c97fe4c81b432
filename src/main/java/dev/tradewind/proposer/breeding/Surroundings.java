package dev.tradewind.proposer.breeding;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What readers of statements and expressions know about the file around them.
///
/// @param text of the file
/// @param lines offset of the first character of each line
/// @param methods the file's methods by name; names with several methods are left out
record Surroundings(String text, int[] lines, Map<String, Symbol.Call> methods) {

    static Surroundings of(String text, List<MethodDeclaration> methods) {
        Map<String, List<MethodDeclaration>> named =
                methods.stream()
                        .collect(
                                java.util.stream.Collectors.groupingBy(
                                        MethodDeclaration::getNameAsString));
        Map<String, Symbol.Call> calls = new java.util.HashMap<>();
        named.forEach(
                (name, same) -> {
                    if (same.size() == 1) {
                        calls.put(name, call(same.getFirst()));
                    }
                });
        return new Surroundings(text, lineStarts(text), Map.copyOf(calls));
    }

    private static Symbol.Call call(MethodDeclaration method) {
        List<Kind> parameters =
                method.getParameters().stream().map(each -> kind(each.getType())).toList();
        return new Symbol.Call(kind(method.getType()), method.getNameAsString(), parameters);
    }

    /// The text a node was read from.
    String source(Node node) {
        return text.substring(start(node), end(node));
    }

    /// Offset of a node's first character.
    int start(Node node) {
        return offset(node.getBegin().orElseThrow());
    }

    /// Offset one past a node's last character.
    int end(Node node) {
        return offset(node.getEnd().orElseThrow()) + 1;
    }

    /// Columns before the first character of the line a node begins on.
    int indent(Node node) {
        int at = lines[node.getBegin().orElseThrow().line - 1];
        int first = at;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        return first - at;
    }

    /// The call of the only method with that name, or null when there is none.
    Symbol.@Nullable Call call(String name, int arguments) {
        Symbol.Call call = methods.get(name);
        return call != null && call.parameters().size() == arguments ? call : null;
    }

    static Kind kind(Type type) {
        if (type instanceof ArrayType array) {
            Kind element = kind(array.getComponentType());
            return element.known() ? new Kind(element.base(), element.dims() + 1) : Kind.OTHER;
        }
        if (type instanceof PrimitiveType primitive) {
            return switch (primitive.getType()) {
                case BOOLEAN -> Kind.BOOLEAN;
                case INT -> Kind.INT;
                case LONG -> Kind.LONG;
                case FLOAT -> Kind.FLOAT;
                case DOUBLE -> Kind.DOUBLE;
                case BYTE, SHORT, CHAR -> Kind.OTHER;
            };
        }
        return type.isVoidType() ? Kind.VOID : Kind.OTHER;
    }

    private int offset(Position position) {
        return lines[position.line - 1] + position.column - 1;
    }

    private static int[] lineStarts(String text) {
        java.util.stream.IntStream.Builder starts = java.util.stream.IntStream.builder().add(0);
        for (int i = 0; i < text.length(); i++) {
            boolean lineFeed = text.charAt(i) == '\n';
            boolean bareReturn =
                    text.charAt(i) == '\r'
                            && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (lineFeed || bareReturn) {
                starts.add(i + 1);
            }
        }
        return starts.build().toArray();
    }
}
