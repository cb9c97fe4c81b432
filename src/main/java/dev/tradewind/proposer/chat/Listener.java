package dev.tradewind.proposer.chat;

import java.time.Duration;

/// Hears of outages. Called by calling threads, so it must not take long.
public interface Listener {

    /// The rung has stopped answering; its calls wait.
    ///
    /// @param next until it is tried again
    void down(String rung, String why, Duration next);

    /// It answers again.
    ///
    /// @param after how long the outage lasted
    void up(String rung, Duration after);

    /// One that does not care.
    static Listener silent() {
        return new Listener() {
            @Override
            public void down(String rung, String why, Duration next) {}

            @Override
            public void up(String rung, Duration after) {}
        };
    }
}
