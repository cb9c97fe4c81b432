package dev.tradewind.guard.answer;

import dev.tradewind.program.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Short hands for lines of text.
final class Lines {

    private static final int QUOTED = 80;
    private static final Pattern SPACE = Pattern.compile("\\s++");

    private Lines() {}

    static List<String> of(String text) {
        return text.lines().toList();
    }

    static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// What is left of a line when spacing does not count; empty for a blank one.
    static String key(String line) {
        String stripped = line.strip();
        boolean plain = !stripped.contains("  ") && stripped.indexOf('\t') < 0;
        return plain ? stripped : SPACE.matcher(stripped).replaceAll(" ");
    }

    /// The lines that are not blank and mark no region, without their spacing.
    static List<String> keys(List<String> lines) {
        return lines.stream()
                .filter(line -> !isMarker(line))
                .map(Lines::key)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    static boolean isMarker(String line) {
        return line.contains(Region.START) || line.contains(Region.END);
    }

    static List<String> unmarked(List<String> lines) {
        return lines.stream().filter(line -> !isMarker(line)).toList();
    }

    /// Whether a line says anything of its own: `}` does not.
    static boolean lettered(String line) {
        return line.chars().anyMatch(Character::isLetter);
    }

    /// The spacing a text begins with: that of its first line that is not blank.
    static String indent(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
                .findFirst()
                .orElse("");
    }

    /// The lines moved as far as leads from one indentation to another.
    static List<String> moved(List<String> lines, String from, String to) {
        if (from.equals(to)) {
            return lines;
        }
        if (to.endsWith(from)) {
            String more = to.substring(0, to.length() - from.length());
            return lines.stream().map(line -> line.isBlank() ? "" : more + line).toList();
        }
        int less = Math.max(0, from.length() - to.length());
        return lines.stream().map(line -> line.substring(Math.min(less, blanks(line)))).toList();
    }

    private static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }

    /// Without the blank lines at both ends.
    static List<String> trimmed(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return lines.subList(from, to);
    }

    /// Whether two texts differ in nothing but spacing at the ends of lines and blank lines around.
    static boolean same(List<String> one, List<String> other) {
        return ends(one).equals(ends(other));
    }

    private static List<String> ends(List<String> lines) {
        List<String> stripped = new ArrayList<>();
        trimmed(lines).forEach(line -> stripped.add(line.stripTrailing()));
        return stripped;
    }

    /// A line as messages quote it.
    static String quoted(String line) {
        String key = line.strip();
        return "\"" + (key.length() <= QUOTED ? key : key.substring(0, QUOTED - 1) + "…") + "\"";
    }
}
