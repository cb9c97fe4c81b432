package dev.tradewind.guard.answer;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads unified diffs as models write them: line numbers are often wrong or left out, the space
/// before unchanged lines forgotten. Hunks are made regular, then read by the library.
final class UnifiedDiff {

    private static final Pattern HUNK = Pattern.compile("@@(?: -(\\d{1,6})[ ,].*+|.*+)");
    private static final String SIGNS = " +-\\";

    private final Frame frame;
    private final List<Edit> edits = new ArrayList<>();
    private final List<String> hunk = new ArrayList<>();
    private @Nullable String path;
    private int near;

    private UnifiedDiff(Frame frame) {
        this.frame = frame;
    }

    static boolean isHunk(String line) {
        return line.startsWith("@@");
    }

    /// The edits of a diff's lines.
    ///
    /// @param fenced whether they stand in a fence; otherwise prose may follow, which ends the diff
    static List<Edit> in(List<String> lines, boolean fenced, Frame frame) {
        UnifiedDiff diff = new UnifiedDiff(frame);
        boolean inside = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String next = at + 1 < lines.size() ? lines.get(at + 1) : "";
            boolean file = line.startsWith("--- ") && next.startsWith("+++ ");
            if (file || line.startsWith("diff --git ")) {
                diff.end();
                diff.file(line + " " + next);
                inside = false;
            } else if (isHunk(line)) {
                diff.end();
                diff.start(line);
                inside = true;
            } else if (inside && !fenced && !signed(line)) {
                inside = false;
            } else if (inside) {
                diff.hunk.add(signed(line) && !line.isEmpty() ? line : " " + line);
            }
        }
        diff.end();
        return diff.edits;
    }

    private static boolean signed(String line) {
        return line.isEmpty() || SIGNS.indexOf(line.charAt(0)) >= 0;
    }

    private void file(String header) {
        path = frame.named(header);
        if (path == null) {
            throw new UnreadableException("a diff of no file of the program: " + header.strip());
        }
    }

    private void start(String line) {
        Matcher matcher = HUNK.matcher(line);
        boolean numbered = matcher.matches() && matcher.group(1) != null;
        near = numbered ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void end() {
        while (!hunk.isEmpty() && hunk.getLast().isBlank()) {
            hunk.removeLast();
        }
        List<String> regular = new ArrayList<>(List.of("--- a", "+++ b", "@@ -1 +1 @@"));
        hunk.stream().filter(line -> !line.startsWith("\\")).forEach(regular::add);
        for (AbstractDelta<String> delta : UnifiedDiffUtils.parseUnifiedDiff(regular).getDeltas()) {
            edits.add(
                    new Edit(
                            path,
                            delta.getSource().getLines(),
                            delta.getTarget().getLines(),
                            near,
                            true));
        }
        hunk.clear();
    }
}
