package dev.tradewind.program;

import java.util.ArrayList;
import java.util.List;

/// A stretch of one file that may be changed: the lines between an `EVOLVE-BLOCK-START` and the
/// next `EVOLVE-BLOCK-END` line. The marker lines themselves stay outside.
///
/// @param path the file
/// @param start offset of the first character inside, in chars of the file's text
/// @param end offset one past the last character inside
/// @param firstLine line number of the first line inside, counted from 1
public record Region(String path, int start, int end, int firstLine) {

    public static final String START = "EVOLVE-BLOCK-START";
    public static final String END = "EVOLVE-BLOCK-END";

    /// The text inside, given the text of its file.
    public String body(String text) {
        return text.substring(start, end);
    }

    /// The program with this region's inside replaced; a missing last line break is added.
    public Program replacedIn(Program program, String body) {
        String text = program.text(path);
        String closed = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
        return program.with(path, text.substring(0, start) + closed + text.substring(end));
    }

    static List<Region> in(String path, String text) {
        List<Region> found = new ArrayList<>();
        int open = -1;
        int openLine = 0;
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int next = nextLine(text, at);
            String content = text.substring(at, next);
            if (content.contains(START)) {
                require(open < 0, path, line, START + " inside a region opened above");
                open = next;
                openLine = line + 1;
            } else if (content.contains(END)) {
                require(open >= 0, path, line, END + " without a " + START + " before it");
                found.add(new Region(path, open, at, openLine));
                open = -1;
            }
            at = next;
        }
        require(open < 0, path, openLine - 1, START + " is never closed by " + END);
        return List.copyOf(found);
    }

    private static int nextLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static void require(boolean holds, String path, int line, String problem) {
        if (!holds) {
            throw new RegionException(path, line, problem);
        }
    }
}
