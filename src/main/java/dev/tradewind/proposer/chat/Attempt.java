package dev.tradewind.proposer.chat;

import dev.tradewind.proposer.Request;

import java.time.Duration;

/// One call for a request.
///
/// @param before failures of the same request before it
record Attempt(Request request, int before, Outage.Pass pass, Trace trace) {

    /// Calls for the request, this one included.
    int tries() {
        return before + 1;
    }

    Duration inFlight() {
        return trace.inFlight();
    }

    /// Makes the retry policy call again.
    static final class Repeat extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Duration pause;

        Repeat(Duration pause) {
            super("to be repeated", null, false, false);
            this.pause = pause;
        }

        /// Until then.
        Duration pause() {
            return pause;
        }
    }
}
