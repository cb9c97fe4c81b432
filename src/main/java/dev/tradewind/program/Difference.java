package dev.tradewind.program;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Differences between programs, as people read them.
public final class Difference {

    private static final int CONTEXT_LINES = 3;

    private Difference() {}

    /// A unified diff over all files, three lines of context; empty when the programs are equal.
    public static String unified(Program from, Program to) {
        SortedSet<String> paths = new TreeSet<>(from.files().keySet());
        paths.addAll(to.files().keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            lines.addAll(unified(path, linesOf(from, path), linesOf(to, path)));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static List<String> unified(String path, List<String> from, List<String> to) {
        return UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + path, "b/" + path, from, DiffUtils.diff(from, to), CONTEXT_LINES);
    }

    private static List<String> linesOf(Program program, String path) {
        return program.files().getOrDefault(path, "").lines().toList();
    }
}
