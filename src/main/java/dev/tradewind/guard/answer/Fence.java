package dev.tradewind.guard.answer;

import java.util.List;

/// A fenced block of code.
///
/// @param info what stands behind the opening fence, such as `java`
/// @param closed whether a closing fence ends it
/// @param above what was said right above it, nearest first
record Fence(String info, List<String> lines, boolean closed, List<String> above) {

    Fence {
        lines = List.copyOf(lines);
        above = List.copyOf(above);
    }

    boolean blank() {
        return lines.stream().allMatch(String::isBlank);
    }
}
