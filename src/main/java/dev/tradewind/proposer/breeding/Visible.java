package dev.tradewind.proposer.breeding;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The names in reach while statements are walked in text order; inner blocks come and go.
final class Visible {

    private final List<Local> locals = new ArrayList<>();

    Visible(List<Local> outer) {
        locals.addAll(outer);
    }

    void add(Local local) {
        locals.add(local);
    }

    /// How far names reach now, to return to by [#leave].
    int enter() {
        return locals.size();
    }

    void leave(int mark) {
        locals.subList(mark, locals.size()).clear();
    }

    /// The innermost name, or null.
    @Nullable Local find(String name) {
        for (int i = locals.size() - 1; i >= 0; i--) {
            if (locals.get(i).name().equals(name)) {
                return locals.get(i);
            }
        }
        return null;
    }

    /// All of them, the innermost last.
    List<Local> all() {
        return List.copyOf(locals);
    }
}
