package dev.tradewind.guard;

import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.program.Program;
import dev.tradewind.sandbox.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can be said against a text before any compiler sees it.
final class SourceCheck {

    private static final int DEEPEST = 250;
    private static final String ALLOWED_CONTROLS = "\t\n\r\f";
    private static final String ENDING = ".java";
    private static final Pattern PATH =
            Pattern.compile("([A-Za-z_]\\w*/)*[A-Za-z_]\\w*" + Pattern.quote(ENDING));

    private final Bytes largest;

    /// @param largest size of all files together, in UTF-8
    SourceCheck(Bytes largest) {
        this.largest = largest;
    }

    /// Whether a file is a compiler's business.
    static boolean isSource(String path) {
        return path.endsWith(ENDING);
    }

    /// The first objection.
    Optional<Verdict.Refused> refusal(Program program) {
        long bytes = program.length();
        if (bytes <= largest.count()) {
            bytes = program.files().values().stream().mapToLong(SourceCheck::bytes).sum();
        }
        if (bytes > largest.count()) {
            return refuse("%,d bytes of source, at most %s are allowed".formatted(bytes, largest));
        }
        return program.files().entrySet().stream()
                .filter(file -> isSource(file.getKey()))
                .flatMap(file -> refusal(file).stream())
                .findFirst();
    }

    private static Optional<Verdict.Refused> refusal(Map.Entry<String, String> file) {
        if (!PATH.matcher(file.getKey()).matches()) {
            return refuse("no path of a Java class: " + file.getKey());
        }
        int line = 1;
        int depth = 0;
        String text = file.getValue();
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            switch (sign) {
                case '\n' -> line++;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (sign < ' ' && ALLOWED_CONTROLS.indexOf(sign) < 0) {
                return refuse(
                        "%s:%d  a control character, U+%04X"
                                .formatted(file.getKey(), line, (int) sign));
            }
            if (depth > DEEPEST) {
                return Optional.of(
                        new Verdict.Refused(
                                FailureCause.COMPILE,
                                "%s:%d  brackets nested more than %d deep"
                                        .formatted(file.getKey(), line, DEEPEST)));
            }
        }
        return Optional.empty();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<Verdict.Refused> refuse(String detail) {
        return Optional.of(new Verdict.Refused(FailureCause.UNREADABLE, detail));
    }
}
