package dev.tradewind.guard.answer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Goes on with the body of a method whose header was shown, as FunSearch asks for it. For Java
/// regions of one method alone.
final class Continuation {

    private static final int LONGEST_HEADER = 300;
    private static final Pattern LEAVES = Pattern.compile("\\s*+(return|throw)\\b");
    private static final List<String> NO_NAMES =
            List.of("if", "for", "while", "switch", "try", "catch", "synchronized");

    /// @param open offset of the brace that opens the body
    /// @param close offset of the brace that closes it
    private record Method(String name, int open, int close) {}

    private Continuation() {}

    /// The opening's inside with a new body for its method; null when the lines are no body.
    static @Nullable List<String> of(Opening opening, List<String> lines) {
        String inside = Lines.text(opening.inside());
        Method method = opening.path().endsWith(".java") ? method(inside) : null;
        String text = Lines.text(lines);
        String blanked = method == null ? "" : Blanked.of(text);
        if (method == null || defines(blanked, method.name())) {
            return null;
        }
        int end = end(blanked);
        return end <= 0 ? null : put(inside, method, Lines.of(text.substring(0, end)));
    }

    private static List<String> put(String inside, Method method, List<String> body) {
        List<String> old = Lines.of(inside.substring(method.open() + 1, method.close()));
        List<String> result = new ArrayList<>(Lines.of(inside.substring(0, method.open() + 1)));
        String indent = Lines.indent(old.isEmpty() ? body : old.subList(1, old.size()));
        List<String> trimmed = Lines.trimmed(body);
        result.addAll(Lines.moved(trimmed, Lines.indent(trimmed), indent));
        String outer = Lines.indent(Lines.of(inside));
        result.addAll(Lines.of(outer + inside.substring(method.close())));
        return result;
    }

    private static @Nullable Method method(String inside) {
        String blanked = Blanked.of(inside);
        int open = blanked.indexOf('{');
        int close = open < 0 ? -1 : close(blanked, open + 1);
        if (close < 0 || !blanked.substring(close + 1).isBlank()) {
            return null;
        }
        String header = blanked.substring(0, open);
        int end = header.lastIndexOf(')');
        int start = end < 0 ? -1 : opening(header, end);
        String name = lastWord(header.substring(0, Math.max(0, start)).stripTrailing());
        boolean named = !name.isEmpty() && !NO_NAMES.contains(name);
        return named && header.indexOf(';') < 0 ? new Method(name, open, close) : null;
    }

    private static String lastWord(String text) {
        int from = text.length();
        while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from);
    }

    private static int opening(String header, int end) {
        int depth = 0;
        for (int at = end; at >= 0; at--) {
            char sign = header.charAt(at);
            depth += sign == ')' ? 1 : sign == '(' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int close(String blanked, int from) {
        int depth = 1;
        for (int at = from; at < blanked.length(); at++) {
            char sign = blanked.charAt(at);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /// Whether the text declares the method itself, header and all.
    static boolean defines(String blanked, String name) {
        int depth = 0;
        int word = blanked.indexOf(name);
        for (int at = 0; word >= 0 && at < blanked.length(); at++) {
            char sign = blanked.charAt(at);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (at == word) {
                if (depth == 0 && header(blanked, word, name)) {
                    return true;
                }
                word = blanked.indexOf(name, word + 1);
            }
        }
        return false;
    }

    /// A name behind a type, and a parenthesis behind the name.
    private static boolean header(String blanked, int word, String name) {
        int after = word + name.length();
        while (after < blanked.length() && Character.isWhitespace(blanked.charAt(after))) {
            after++;
        }
        int line = Math.max(blanked.lastIndexOf('\n', word) + 1, word - LONGEST_HEADER);
        String before = blanked.substring(line, word).strip();
        return after < blanked.length()
                && blanked.charAt(after) == '('
                && before.indexOf('=') < 0
                && before.indexOf('(') < 0
                && !before.startsWith("return")
                && !before.isEmpty();
    }

    /// Where the body ends: at the brace that closes the method, behind the statement that leaves
    /// it, or behind the last whole statement; what follows is another matter.
    private static int end(String blanked) {
        int depth = 0;
        int statement = 0;
        int whole = 0;
        for (int at = 0; at < blanked.length() && depth >= 0; at++) {
            char sign = blanked.charAt(at);
            depth += sign == '{' || sign == '(' ? 1 : sign == '}' || sign == ')' ? -1 : 0;
            if (depth < 0) {
                return at;
            }
            if (depth == 0 && (sign == ';' || sign == '}')) {
                whole = at + 1;
                if (LEAVES.matcher(blanked).region(statement, whole).lookingAt()) {
                    return whole;
                }
                statement = whole;
            }
        }
        return whole;
    }
}
