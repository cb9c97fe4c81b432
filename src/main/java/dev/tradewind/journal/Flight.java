package dev.tradewind.journal;

import org.jspecify.annotations.Nullable;

/// One flight as recorded.
///
/// @param settlement null while it has landed only
public record Flight(Landing landing, @Nullable Settlement settlement) {

    /// Its number within its line.
    public long number() {
        return landing.plan().flight();
    }
}
