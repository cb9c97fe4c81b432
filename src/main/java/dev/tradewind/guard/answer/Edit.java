package dev.tradewind.guard.answer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Some lines to be replaced by others.
///
/// @param path the file; null when the answer does not say
/// @param near the line the old lines begin at, from 1, as the answer says; 0 when it does not
/// @param loose whether the lines that stay at both ends may be misquoted
record Edit(@Nullable String path, List<String> old, List<String> fresh, int near, boolean loose) {

    Edit {
        old = List.copyOf(old);
        fresh = List.copyOf(fresh);
    }

    /// Whether it says nothing of what is there now.
    boolean blind() {
        return old.stream().allMatch(String::isBlank);
    }

    /// The first line that says something, as messages quote it.
    String quoted() {
        return Lines.quoted(Lines.trimmed(old).getFirst());
    }

    /// This edit without the lines that stay at both ends, as far as some old line is left.
    Edit core() {
        int from = 0;
        int most = Math.min(old.size(), fresh.size());
        while (from < most - 1 && old.get(from).equals(fresh.get(from))) {
            from++;
        }
        int cut = 0;
        while (cut < most - from - 1
                && old.get(old.size() - 1 - cut).equals(fresh.get(fresh.size() - 1 - cut))) {
            cut++;
        }
        return new Edit(
                path,
                old.subList(from, old.size() - cut),
                fresh.subList(from, fresh.size() - cut),
                near == 0 ? 0 : near + from,
                false);
    }
}
