package dev.tradewind.guard.answer;

/// Java text of the same length with blanks for what stands in quotes and in comments, so that
/// braces can be counted.
final class Blanked {

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Blanked(String text) {
        this.text = text;
    }

    static String of(String text) {
        Blanked blanked = new Blanked(text);
        while (blanked.at < text.length()) {
            blanked.step();
        }
        return blanked.out.toString();
    }

    private void step() {
        if (text.startsWith("//", at)) {
            blank(end("\n", 0));
        } else if (text.startsWith("/*", at)) {
            blank(end("*/", 2));
        } else if (text.startsWith("\"\"\"", at)) {
            blank(end("\"\"\"", 3));
        } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            blank(quoteEnd());
        } else {
            out.append(text.charAt(at++));
        }
    }

    private int end(String sign, int length) {
        int found = text.indexOf(sign, at + Math.max(1, length));
        return found < 0 ? text.length() : found + (length == 0 ? 0 : length);
    }

    private int quoteEnd() {
        char quote = text.charAt(at);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + 1);
    }

    private void blank(int end) {
        for (; at < end; at++) {
            out.append(text.charAt(at) == '\n' ? '\n' : ' ');
        }
    }
}
