package dev.tradewind.guard;

import java.net.URI;
import java.util.Locale;

import javax.tools.Diagnostic;
import javax.tools.SimpleJavaFileObject;

/// One file of one candidate as the compiler sees it: a package is written before the text, on the
/// same line, so that many candidates can be compiled at once and line numbers stay true.
final class Source extends SimpleJavaFileObject {

    private static final int LONGEST_MESSAGE = 300;
    private static final String PACKAGE_WORD = "package";

    private final String path;
    private final String unit;
    private final String header;
    private final String text;

    /// @param unit the candidate's package while it is compiled
    Source(String unit, String path, String text) {
        super(URI.create("memory:///" + unit + path.substring(path.lastIndexOf('/'))), Kind.SOURCE);
        this.path = path.substring(1);
        this.unit = unit;
        this.header = PACKAGE_WORD + " " + unit + "; ";
        this.text = header + text;
    }

    String unit() {
        return unit;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /// One line about an error in this file: place and message, with nothing in it that depends on
    /// what it was compiled together with.
    String describe(Diagnostic<?> error) {
        long line = error.getLineNumber();
        long column = error.getColumnNumber() - (line == 1 ? header.length() : 0);
        return "%s:%d:%d  %s".formatted(path, line, Math.max(column, 1), message(error));
    }

    private String message(Diagnostic<?> error) {
        if (text.startsWith(PACKAGE_WORD, (int) Math.max(error.getPosition(), 0))) {
            return "candidates are in no package. Maybe delete the package line.";
        }
        String message =
                error.getMessage(Locale.ROOT)
                        .replaceAll("\\s*\\R\\s*", "; ")
                        .replaceAll("\\s+", " ")
                        .replace(unit + ".", "")
                        .replace(unit, Compiled.PACKAGE);
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
