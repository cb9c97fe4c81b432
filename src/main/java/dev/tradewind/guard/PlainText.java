package dev.tradewind.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a program in another language than Java says, without comments and layout: two that agree
/// here are the same program. It errs to one side: programs it takes for different ones may be the
/// same.
final class PlainText {

    private static final Pattern C_LIKE =
            Pattern.compile(".*\\.(c|h|cc|cpp|hpp|cu|cuh|js|ts|go|rs|zig|cs|kt|swift)");

    /// A string or character is kept as it is; a comment is a blank.
    private static final Pattern C_PIECES =
            Pattern.compile(
                    "(\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+')"
                            + "|//[^\\n]*+|/\\*(?s:.*?)\\*/");

    private static final int HEX_BYTES = 16;

    private PlainText() {}

    /// Hash of a program's files without comments and layout.
    static String fingerprint(SortedMap<String, String> files) {
        MessageDigest digest = sha256();
        files.forEach(
                (path, text) -> {
                    digest.update(
                            (path + "\0" + of(path, text) + "\0").getBytes(StandardCharsets.UTF_8));
                });
        return HexFormat.of().formatHex(digest.digest(), 0, HEX_BYTES);
    }

    static String of(String path, String text) {
        return C_LIKE.matcher(path).matches() ? ofC(text) : ofLines(text);
    }

    /// Line ends count where a line is an instruction to the preprocessor.
    private static String ofC(String text) {
        String bare =
                C_PIECES.matcher(text.replace("\\\n", " "))
                        .replaceAll(
                                piece ->
                                        piece.group(1) == null
                                                ? " "
                                                : Matcher.quoteReplacement(piece.group()));
        return bare.lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.startsWith("#") ? "\n" + line + "\n" : line)
                .collect(Collectors.joining(" "));
    }

    /// Where a comment starts with `#`, layout may matter: only whole lines go, and blanks at ends.
    private static String ofLines(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty() && !line.stripLeading().startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
