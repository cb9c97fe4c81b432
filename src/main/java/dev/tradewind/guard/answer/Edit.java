package dev.tradewind.guard.answer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Some lines to be replaced by others.
///
/// @param path the file; null when the answer does not say
/// @param near the line the old lines begin at, from 1, as the answer says; 0 when it does not
record Edit(@Nullable String path, List<String> old, List<String> fresh, int near) {

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
}
