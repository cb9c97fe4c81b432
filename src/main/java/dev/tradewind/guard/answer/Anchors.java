package dev.tradewind.guard.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the fixed text around an opening in lines that may hold it.
final class Anchors {

    private static final int LOOK = 8;
    private static final int SKIPPED = 4;
    private static final double SHARE = 0.75;
    private static final String COMMENT = "/*#-;%\"'";

    private final List<String> lines;
    private final List<String> keys = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    Anchors(List<String> lines) {
        this.lines = lines;
        for (int at = 0; at < lines.size(); at++) {
            String key = Lines.key(lines.get(at));
            if (!key.isEmpty()) {
                keys.add(key);
                places.add(at);
            }
        }
    }

    /// Where the inside begins: the line below the fixed text before it; -1 when that is not there.
    int start(Opening opening) {
        List<String> before = opening.before();
        if (before.stream().noneMatch(Lines::lettered)) {
            return 0;
        }
        int last = before.size() - 1;
        int at = endOf(before, last);
        at = at >= 0 ? at : likely(before.get(last));
        for (int skip = 1; at < 0 && skip < SKIPPED && comment(before, last - skip + 1); skip++) {
            at = endOf(before, last - skip);
        }
        return at < 0 ? -1 : places.get(at) + 1;
    }

    private static boolean comment(List<String> before, int at) {
        return at > 0 && COMMENT.indexOf(before.get(at).charAt(0)) >= 0;
    }

    /// The first place where the fixed lines up to one of them end; as many of them as possible, at
    /// least to one with letters.
    private int endOf(List<String> before, int last) {
        int least = 1;
        while (least <= last && !Lines.lettered(before.get(last - least + 1))) {
            least++;
        }
        int best = -1;
        int most = least - 1;
        for (int at = 0; at < keys.size() && most < LOOK; at++) {
            int same = 0;
            while (same < Math.min(LOOK, Math.min(at, last) + 1)
                    && keys.get(at - same).equals(before.get(last - same))) {
                same++;
            }
            if (same > most) {
                best = at;
                most = same;
            }
        }
        return best;
    }

    /// A line that is like the fixed one in most words and further left than all above it: a
    /// heading the model changed on its way.
    private int likely(String fixed) {
        Set<String> wanted = words(fixed);
        int left = Integer.MAX_VALUE;
        for (int at = 0; at < keys.size() && left > 0; at++) {
            String line = lines.get(places.get(at));
            left = Math.min(left, line.length() - line.stripLeading().length());
        }
        for (int at = 0; at < keys.size(); at++) {
            String line = lines.get(places.get(at));
            if (line.length() - line.stripLeading().length() <= left && like(wanted, fixed, line)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean like(Set<String> wanted, String fixed, String line) {
        if (line.length() > 4 * fixed.length() + LOOK || !line.strip().endsWith(end(fixed))) {
            return false;
        }
        Set<String> found = words(line);
        int fewer = Math.min(found.size(), wanted.size());
        found.retainAll(wanted);
        return found.size() >= 2 && found.size() >= SHARE * fewer;
    }

    private static String end(String fixed) {
        return fixed.substring(fixed.length() - 1);
    }

    private static Set<String> words(String line) {
        Set<String> words = new HashSet<>(List.of(line.split("\\W+")));
        words.remove("");
        return words;
    }

    /// Where the inside ends: the line of the fixed text after it; -1 when that is not there.
    int end(Opening opening, int start) {
        if (opening.after().isEmpty()) {
            return lines.size();
        }
        int best = -1;
        int most = 0;
        for (int at = 0; at < keys.size(); at++) {
            int same = places.get(at) < start ? 0 : alike(opening.after(), at);
            if (same > most || (same == most && same > 0 && opening.last())) {
                best = at;
                most = same;
            }
        }
        return best < 0 ? (opening.last() ? lines.size() : -1) : places.get(best);
    }

    private int alike(List<String> after, int at) {
        int same = 0;
        while (same < Math.min(LOOK, Math.min(after.size(), keys.size() - at))
                && keys.get(at + same).equals(after.get(same))) {
            same++;
        }
        return same;
    }
}
