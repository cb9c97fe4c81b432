package dev.tradewind.guard.answer;

import java.util.ArrayList;
import java.util.List;

/// Where some lines were found in a file.
///
/// @param from index of the first line
/// @param to index behind the last one
record Match(String path, int from, int to) {

    /// All places where they stand to the letter.
    static List<Match> exact(List<String> wanted, String path, List<String> lines) {
        List<Match> found = new ArrayList<>();
        for (int at = 0; at + wanted.size() <= lines.size(); at++) {
            if (lines.get(at).equals(wanted.getFirst())
                    && lines.subList(at, at + wanted.size()).equals(wanted)) {
                found.add(new Match(path, at, at + wanted.size()));
            }
        }
        return found;
    }

    /// All places where they stand, no matter how lines are spaced and where blank lines are.
    static List<Match> tolerant(List<String> wanted, String path, List<String> lines) {
        List<String> keys = wanted.stream().map(Lines::key).filter(key -> !key.isEmpty()).toList();
        List<String> own = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String key = Lines.key(lines.get(at));
            if (!key.isEmpty()) {
                own.add(key);
                places.add(at);
            }
        }
        List<Match> found = new ArrayList<>();
        for (int at = 0; at + keys.size() <= own.size(); at++) {
            if (own.subList(at, at + keys.size()).equals(keys)) {
                found.add(new Match(path, places.get(at), places.get(at + keys.size() - 1) + 1));
            }
        }
        return found;
    }
}
