package dev.tradewind.bench.provider;

import dev.tradewind.program.Region;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// A fenced block of a prompt.
///
/// @param path of the file it shows, from a line above it such as `` `Rule.java` ``; empty when
///   there is none
record Fence(String path, String code) {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?ms)(?:^`(?<path>[^`\\n]+)`[ ]*\\n\\s*)?"
                            + "^(?<ticks>`{3,})[^`\\n]*\\n(?<code>.*?)^\\k<ticks>`*[ ]*$");

    /// All of a text, those most likely to be the program to start from first: the marked ones, the
    /// last before others.
    static List<Fence> in(String text) {
        return BLOCK
                .matcher(text)
                .results()
                .map(
                        found ->
                                new Fence(
                                        found.group("path") == null ? "" : found.group("path"),
                                        found.group("code")))
                .toList()
                .reversed()
                .stream()
                .sorted(Comparator.comparing(Fence::marked).reversed())
                .toList();
    }

    /// Whether it holds a marked region.
    boolean marked() {
        return code.contains(Region.START) && code.contains(Region.END);
    }
}
