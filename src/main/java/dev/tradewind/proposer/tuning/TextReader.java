package dev.tradewind.proposer.tuning;

import dev.tradewind.program.Region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the numbers inside the regions of any text by its words and signs alone, knowing comments,
/// strings and brackets of common languages and no grammar. What it is unsure of, it leaves: it
/// would rather miss a number than break a program.
final class TextReader {

    private static final Pattern DECIMAL =
            Pattern.compile(
                    "(?:[0-9][0-9_]*\\.?[0-9_]*|\\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?[lLfFdDuU]*");
    private static final Pattern OCTAL = Pattern.compile("0[0-9_]+[lLuU]*");
    private static final Pattern FRACTION = Pattern.compile(".*[.eEfFdD].*");

    /// After these a minus is a sign and a bracket a list.
    private static final Set<String> OPENING_WORDS =
            Set.of("return", "in", "and", "or", "not", "yield", "if", "else", "lambda", "case");

    private final String path;
    private final String text;
    private final Notation notation;
    private final Matcher tokens;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private final List<Constant> found = new ArrayList<>();

    /// The last tokens but comments; empty at the start.
    private String last = "";

    private String before = "";
    private int lastStart;

    /// Whether this line is the head of a loop.
    private boolean looping;

    private TextReader(String path, String text) {
        this.path = path;
        this.text = text;
        this.notation = Notation.of(path);
        this.tokens = notation.tokens().matcher(text);
    }

    /// What surrounds the tokens being read.
    private enum Surroundings {
        PLAIN,
        INDEX,
        LOOP,
        FOR
    }

    /// @param part of a head of a loop, counted by semicolons from 0
    private record Bracket(Surroundings kind, int part) {

        Freedom freedom(boolean whole) {
            return switch (kind) {
                case PLAIN -> Freedom.FREE;
                case INDEX -> whole ? Freedom.NONE : Freedom.FREE;
                case LOOP -> bound(whole);
                case FOR -> part == 1 ? bound(whole) : Freedom.NONE;
            };
        }
    }

    private static Freedom bound(boolean whole) {
        return whole ? Freedom.BY_ONE : Freedom.NONE;
    }

    /// The numbers that may move, in text order.
    static List<Constant> read(String path, String text, List<Region> regions) {
        return new TextReader(path, text)
                .read().stream()
                        .filter(each -> regions.stream().anyMatch(region -> inside(each, region)))
                        .toList();
    }

    private static boolean inside(Constant constant, Region region) {
        return constant.start() >= region.start() && constant.end() <= region.end();
    }

    private List<Constant> read() {
        while (tokens.find()) {
            if (tokens.group("comment") == null) {
                token(tokens.group());
                before = last;
                last = tokens.group();
                lastStart = tokens.start();
            }
        }
        return found;
    }

    private void token(String token) {
        switch (token) {
            case "\n" -> looping = false;
            case "while" -> looping = notation == Notation.HASHES;
            case "(" -> open.push(new Bracket(parenthesis(), 0));
            case "{" -> open.push(new Bracket(Surroundings.PLAIN, 0));
            case "[" -> open.push(new Bracket(square(), 0));
            case ")", "]", "}" -> open.poll();
            case ";" -> nextPart();
            default -> {
                if (tokens.group("number") != null) {
                    number(token);
                }
            }
        }
    }

    private Surroundings parenthesis() {
        return switch (last) {
            case "for" -> Surroundings.FOR;
            case "while", "range" -> Surroundings.LOOP;
            default -> Surroundings.PLAIN;
        };
    }

    private Surroundings square() {
        boolean indexed = last.matches("\\w+|[)\\]]") && !OPENING_WORDS.contains(last);
        return indexed ? Surroundings.INDEX : Surroundings.PLAIN;
    }

    private void nextPart() {
        Bracket inner = open.poll();
        if (inner != null) {
            open.push(new Bracket(inner.kind(), inner.part() + 1));
        }
    }

    private void number(String digits) {
        boolean whole = !FRACTION.matcher(digits).matches();
        if (!DECIMAL.matcher(digits).matches() || (whole && OCTAL.matcher(digits).matches())) {
            return;
        }
        boolean unsigned = digits.matches(".*[uU].*");
        boolean negative = last.equals("-") && !unsigned && signs(before);
        boolean touching = tokens.start() == lastStart + 1 && last.matches("[-+]");
        int start = negative ? lastStart : tokens.start();
        Constant constant =
                new Constant(
                        path,
                        start,
                        tokens.end(),
                        text.substring(start, tokens.end()),
                        whole,
                        !unsigned && (negative || !touching),
                        freedom(whole));
        if (constant.freedom() != Freedom.NONE && Math.abs(constant.value()) <= Constant.LARGEST) {
            found.add(constant);
        }
    }

    /// Whether a minus after this token is a sign.
    private static boolean signs(String token) {
        return token.isBlank()
                || OPENING_WORDS.contains(token)
                || token.matches("<<|>>|[(\\[{,;:=<>&|!?*/%^~]");
    }

    private Freedom freedom(boolean whole) {
        Freedom least = looping ? bound(whole) : Freedom.FREE;
        if (last.equals("<<") || last.equals(">>")) {
            least = bound(whole);
        }
        if (last.equals("case")) {
            least = Freedom.NONE;
        }
        for (Bracket each : open) {
            Freedom here = each.freedom(whole);
            least = here.compareTo(least) > 0 ? here : least;
        }
        return least;
    }
}
