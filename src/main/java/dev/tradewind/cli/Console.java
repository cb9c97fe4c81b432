package dev.tradewind.cli;

import dev.tradewind.report.Json;

import java.io.PrintWriter;
import java.util.List;

/// Where commands write: results to standard output, everything else to standard error.
final class Console {

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Talk talk;

    Console(PrintWriter out, PrintWriter err, Talk talk) {
        this.out = out;
        this.err = err;
        this.talk = talk;
    }

    Talk talk() {
        return talk;
    }

    /// A line of the result.
    void result(String line) {
        out.println(line);
        out.flush();
    }

    void result(List<String> lines) {
        lines.forEach(this::result);
    }

    /// The result as one JSON document.
    void document(Object document) {
        result(Json.text(document));
    }

    /// Something worth knowing beside the result; not said when quiet.
    void note(String line) {
        if (!talk.quiet()) {
            error(line);
        }
    }

    /// Something worth knowing for those who asked for more.
    void detail(String line) {
        if (talk.verbose()) {
            error(line);
        }
    }

    /// Said whatever was asked for.
    void error(String line) {
        err.println(line);
        err.flush();
    }

    /// Written to standard error as it is, for a display that redraws itself.
    void draw(String text) {
        err.print(text);
        err.flush();
    }

    /// A check mark.
    String tick() {
        return coloured(GREEN, "✓");
    }

    /// A cross.
    String cross() {
        return coloured(RED, "✗");
    }

    String strong(String text) {
        return coloured(BOLD, text);
    }

    private String coloured(String colour, String text) {
        return talk.colour() ? colour + text + PLAIN : text;
    }
}
