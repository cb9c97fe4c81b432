package dev.tradewind.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Something that happened around the search and is no part of its deterministic content.
///
/// @param at to the millisecond, finer parts are cut off
/// @param text one line for people
public record Note(Instant at, Kind kind, String text) {

    public Note {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// What happened.
    public enum Kind {
        /// A process took up the run. Every session's first entry.
        SESSION_STARTED,
        /// It put the run down in good order.
        SESSION_ENDED,
        /// Which isolation the sandbox found.
        SANDBOX,
        /// A sandboxed process had to be killed.
        WORKER_KILLED,
        /// The run waits for the outside world.
        PAUSED,
        /// The run goes on after a pause.
        CONTINUED,
        /// The user asked to stop.
        INTERRUPTED,
        /// Something people should know.
        WARNING
    }
}
