package dev.tradewind.proposer.chat;

import java.net.http.HttpHeaders;
import java.time.Duration;

/// What came of a request instead of a good answer.
sealed interface Mishap {

    /// An answer that is none.
    ///
    /// @param code other than 2xx
    record Status(int code, HttpHeaders headers, String body) implements Mishap {}

    /// Nobody was there to be asked.
    record Unreached(String why) implements Mishap {}

    /// The connection ended before a single byte of an answer.
    record Dropped(String why) implements Mishap {}

    /// The connection ended in the middle of an answer.
    record BrokenOff(String why) implements Mishap {}

    /// What came with a code 2xx is no answer all the same.
    record Unreadable(String body) implements Mishap {}

    /// The call took longer than it may.
    record OutOfTime(Duration limit) implements Mishap {}

    /// Carries a mishap through a client library.
    final class Thrown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Mishap mishap;

        Thrown(Mishap mishap) {
            super(mishap.getClass().getSimpleName());
            this.mishap = mishap;
        }

        Mishap mishap() {
            return mishap;
        }
    }
}
