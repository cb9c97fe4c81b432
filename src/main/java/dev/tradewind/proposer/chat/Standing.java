package dev.tradewind.proposer.chat;

/// What a rung has shown so far: whether it works at all, and what has gone wrong since its last
/// answer.
final class Standing {

    private boolean answered;
    private int rejected;
    private int unreadable;

    /// @param answeredBefore in an earlier part of the run
    Standing(boolean answeredBefore) {
        answered = answeredBefore;
    }

    synchronized void answered() {
        answered = true;
        rejected = 0;
        unreadable = 0;
    }

    /// Whether it ever did.
    synchronized boolean hasAnswered() {
        return answered;
    }

    /// Requests turned down since the last answer, this one included.
    synchronized int rejected() {
        return ++rejected;
    }

    /// Answers nobody could read since the start, this one included; 0 once it has answered well.
    ///
    /// @param received whether there was an answer at all
    synchronized int unreadable(boolean received) {
        if (received) {
            unreadable++;
        }
        return answered ? 0 : unreadable;
    }
}
