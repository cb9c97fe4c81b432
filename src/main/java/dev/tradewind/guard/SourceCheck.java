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

    /// What a path may look like.
    private enum Paths {
        JAVA("no path of a Java class", "([A-Za-z_]\\w*/)*[A-Za-z_]\\w*" + Pattern.quote(ENDING)),
        ANY("no path of a candidate's file", "(\\w[\\w.-]*/)*\\w[\\w.-]*");

        private final String objection;
        private final Pattern allowed;

        Paths(String objection, String allowed) {
            this.objection = objection;
            this.allowed = Pattern.compile(allowed);
        }
    }

    private final Bytes largest;
    private final Paths paths;

    private SourceCheck(Bytes largest, Paths paths) {
        this.largest = largest;
        this.paths = paths;
    }

    /// For programs in Java, whose other files are no compiler's business.
    ///
    /// @param largest size of all files together, in UTF-8
    SourceCheck(Bytes largest) {
        this(largest, Paths.JAVA);
    }

    /// For programs in any language.
    ///
    /// @param largest size of all files together, in UTF-8
    static SourceCheck ofAnyLanguage(Bytes largest) {
        return new SourceCheck(largest, Paths.ANY);
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
                .filter(file -> paths == Paths.ANY || isSource(file.getKey()))
                .flatMap(file -> refusal(file).stream())
                .findFirst();
    }

    private Optional<Verdict.Refused> refusal(Map.Entry<String, String> file) {
        if (!paths.allowed.matcher(file.getKey()).matches()) {
            return refuse(paths.objection + ": " + file.getKey());
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
