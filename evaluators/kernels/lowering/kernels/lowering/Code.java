package kernels.lowering;

/// The text of a C program as it grows, indented by its braces.
public final class Code {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /// Adds lines, each at the present depth: deeper after a line that ends with an opening brace,
    /// back before one that starts with a closing brace.
    ///
    /// @param format any number of lines, as in [String#format] where there are values
    public Code add(String format, Object... values) {
        String lines = values.length == 0 ? format : format.formatted(values);
        (lines.isEmpty() ? "\n" : lines).lines().forEach(this::line);
        return this;
    }

    private void line(String line) {
        String words = line.strip();
        depth -= words.startsWith("}") ? 1 : 0;
        text.append(words.isEmpty() ? "" : INDENT.repeat(depth) + continued(words)).append('\n');
        depth += words.endsWith("{") ? 1 : 0;
    }

    /// Further lines of a comment stand below its star.
    private static String continued(String words) {
        return words.startsWith("* ") || words.startsWith("*/") ? " " + words : words;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
