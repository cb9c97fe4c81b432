package dev.tradewind.report;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/// How a run stands on disk.
public enum State {
    /// Its budget is spent.
    FINISHED,
    /// One program reached all targets, and no more was wanted.
    TARGETS_REACHED,
    /// Stopped before that; running it again goes on.
    INTERRUPTED,
    /// Its budget is spent and no program was scored.
    NO_VALID_CANDIDATE;

    /// As in documents: `no-valid-candidate`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
