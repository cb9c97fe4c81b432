package dev.tradewind.guard.answer;

import dev.tradewind.program.Region;

import java.util.ArrayList;
import java.util.List;

/// A place where a program may change, with what is fixed around it.
///
/// @param inside its lines now
/// @param before the fixed lines between the region above, if any, and this one: keys
/// @param after the fixed lines between this region and the one below, if any: keys
/// @param last whether it is the last one of its file
/// @param windows whether lines of the file end in `\r\n`
record Opening(
        Region region,
        List<String> inside,
        List<String> before,
        List<String> after,
        boolean last,
        boolean windows) {

    static Opening whole(String path, String text) {
        Region region = new Region(path, 0, text.length(), 1);
        return new Opening(
                region, Lines.of(text), List.of(), List.of(), true, text.contains("\r\n"));
    }

    /// @param regions of one file
    static List<Opening> in(String text, List<Region> regions) {
        List<Opening> found = new ArrayList<>();
        int above = 0;
        for (int at = 0; at < regions.size(); at++) {
            Region region = regions.get(at);
            boolean last = at + 1 == regions.size();
            int below = last ? text.length() : regions.get(at + 1).start();
            found.add(
                    new Opening(
                            region,
                            Lines.of(region.body(text)),
                            Lines.keys(Lines.of(text.substring(above, region.start()))),
                            Lines.keys(Lines.of(text.substring(region.end(), below))),
                            last,
                            text.contains("\r\n")));
            above = region.end();
        }
        return found;
    }

    String path() {
        return region.path();
    }

    /// Index of its first line in the file.
    int firstLine() {
        return region.firstLine() - 1;
    }

    boolean blank() {
        return inside.stream().allMatch(String::isBlank);
    }

    /// A new inside, indented like the one it has now.
    List<String> aligned(List<String> lines) {
        return blank() ? lines : Lines.moved(lines, Lines.indent(lines), Lines.indent(inside));
    }

    /// A new inside as the file writes it.
    String ended(List<String> lines) {
        String text = Lines.text(Lines.unmarked(lines));
        return windows ? text.replace("\n", "\r\n") : text;
    }
}
