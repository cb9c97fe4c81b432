package dev.tradewind.bench.provider;

import java.util.List;

/// The lines in which two texts differ, with enough around them to be found only once.
record Edit(String search, String replace) {

    static Edit between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int most = Math.min(old.size(), now.size());
        int head = 0;
        while (head < most && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && old.reversed().get(tail).equals(now.reversed().get(tail))) {
            tail++;
        }
        return widened(old, now, Math.max(head - 1, 0), Math.max(tail - 1, 0));
    }

    /// Leaves out fewer lines until what is searched for is there only once.
    private static Edit widened(List<String> old, List<String> now, int head, int tail) {
        String search = text(old.subList(head, old.size() - tail));
        String all = text(old);
        boolean unique = !search.isEmpty() && all.indexOf(search) == all.lastIndexOf(search);
        return unique || head + tail == 0
                ? new Edit(search, text(now.subList(head, now.size() - tail)))
                : widened(old, now, Math.max(head - 1, 0), Math.max(tail - 1, 0));
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
