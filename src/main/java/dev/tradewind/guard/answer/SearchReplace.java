package dev.tradewind.guard.answer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads blocks of `<<<<<<< SEARCH`, `=======`, `>>>>>>> REPLACE`, wherever they stand.
final class SearchReplace {

    private static final Pattern START =
            Pattern.compile("\\s{0,20}<{5,9}\\s?(SEARCH|ORIGINAL)\\b.*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MIDDLE = Pattern.compile("\\s{0,20}={5,9}\\s*+");
    private static final Pattern END =
            Pattern.compile(
                    "\\s{0,20}>{5,9}\\s?(REPLACE|UPDATED)?+\\s*+", Pattern.CASE_INSENSITIVE);
    private static final String FENCE = "```";
    private static final int ABOVE = 2;

    private final List<String> lines;
    private final Frame frame;
    private final List<Edit> edits = new ArrayList<>();
    private boolean open;
    private @Nullable String path;

    private SearchReplace(List<String> lines, Frame frame) {
        this.lines = lines;
        this.frame = frame;
    }

    /// @param open whether the last block is not whole
    record Blocks(List<Edit> edits, boolean open) {

        boolean any() {
            return open || !edits.isEmpty();
        }
    }

    static Blocks in(List<String> lines, Frame frame) {
        SearchReplace reader = new SearchReplace(lines, frame);
        int at = 0;
        while (at < lines.size()) {
            at = START.matcher(lines.get(at)).matches() ? reader.block(at) : at + 1;
        }
        return new Blocks(reader.edits, reader.open);
    }

    /// Reads the block that starts at a line.
    ///
    /// @return the line below it
    private int block(int start) {
        int middle = find(MIDDLE, start + 1);
        int end = middle < 0 ? -1 : find(END, middle + 1);
        if (end < 0) {
            open = true;
            return start + 1 + (middle < 0 ? lines.size() : 0);
        }
        path = named(start);
        edits.add(
                new Edit(
                        path,
                        unfenced(lines.subList(start + 1, middle)),
                        unfenced(lines.subList(middle + 1, end)),
                        0,
                        false));
        return end + 1;
    }

    /// The next line of a form, before the next block; -1 when there is none.
    private int find(Pattern form, int from) {
        for (int at = from; at < lines.size(); at++) {
            if (form.matcher(lines.get(at)).matches()) {
                return at;
            }
            if (START.matcher(lines.get(at)).matches()) {
                return -1;
            }
        }
        return -1;
    }

    /// The file named with the block or right above it; otherwise the one of the block before, as
    /// long as the block names none.
    private @Nullable String named(int start) {
        String name = frame.named(lines.get(start));
        int seen = 0;
        for (int at = start - 1; name == null && at >= 0 && seen < ABOVE; at--) {
            String line = lines.get(at).strip();
            if (END.matcher(line).matches()) {
                break;
            }
            boolean said = !line.isEmpty() && !line.equals(FENCE);
            name = said ? frame.named(line) : null;
            seen += said ? 1 : 0;
        }
        return name == null ? path : name;
    }

    /// Some fence each half once more.
    private static List<String> unfenced(List<String> lines) {
        List<String> inner = Lines.trimmed(lines);
        boolean fenced =
                inner.size() >= 2
                        && inner.getFirst().strip().startsWith(FENCE)
                        && inner.getLast().strip().equals(FENCE);
        return fenced ? inner.subList(1, inner.size() - 1) : lines;
    }
}
