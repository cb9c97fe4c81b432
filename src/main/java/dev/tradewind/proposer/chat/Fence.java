package dev.tradewind.proposer.chat;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Sets text apart from what is said about it, whatever it holds.
final class Fence {

    private static final Pattern TICKS = Pattern.compile("`+");
    private static final int SHORTEST = 3;

    private Fence() {}

    /// A fenced block, the fence longer than any run of backticks inside.
    ///
    /// @param tag what follows the opening fence, such as `java`; may be empty
    static String around(String text, String tag) {
        String inside = text.stripTrailing();
        int longest = TICKS.matcher(inside).results().mapToInt(Fence::length).max().orElse(0);
        String fence = "`".repeat(Math.max(SHORTEST, longest + 1));
        return fence + tag + "\n" + inside + "\n" + fence;
    }

    /// As [#around], without a tag; empty when there is nothing to show.
    static String around(String text) {
        return text.isBlank() ? "" : around(text, "");
    }

    /// What fences around a file are tagged with: its ending, which most readers take for the
    /// language.
    static String tag(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static int length(MatchResult run) {
        return run.end() - run.start();
    }
}
