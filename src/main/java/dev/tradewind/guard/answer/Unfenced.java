package dev.tradewind.guard.answer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Code that stands in no fence: the answer is code alone, or code with a few sentences around.
final class Unfenced {

    private static final String SIGNS = ";{}=():";

    private Unfenced() {}

    /// What it gives; null when it is no code.
    ///
    /// @param whole whether the model said all it had to say
    static @Nullable Result read(List<String> lines, Frame frame, boolean whole) {
        List<String> code = withoutProse(lines);
        if (code.isEmpty() || (!whole && Marked.in(code) == null)) {
            return null;
        }
        Result result = Rewriting.of(List.of(new Fence("", code, true, List.of())), frame);
        boolean sure = result != null && result.rank() == Fit.Rank.FRAMED;
        return sure || plain(code) ? result : null;
    }

    private static List<String> withoutProse(List<String> lines) {
        List<String> rest = Lines.trimmed(lines);
        while (!rest.isEmpty() && Prose.is(rest.getFirst())) {
            rest = Lines.trimmed(rest.subList(1, rest.size()));
        }
        while (!rest.isEmpty() && Prose.is(rest.getLast())) {
            rest = Lines.trimmed(rest.subList(0, rest.size() - 1));
        }
        return rest;
    }

    /// Whether nearly every line that starts at the left reads like code, and some have signs that
    /// only code has.
    private static boolean plain(List<String> code) {
        long prose = code.stream().filter(Prose::is).count();
        long signed = code.stream().filter(Unfenced::signed).count();
        return signed > 0 && signed >= prose;
    }

    private static boolean signed(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && (SIGNS.indexOf(text.charAt(text.length() - 1)) >= 0 || text.contains(" = "));
    }
}
