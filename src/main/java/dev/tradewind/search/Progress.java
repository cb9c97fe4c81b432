package dev.tradewind.search;

/// Hears how a run is getting on. Called on the run's own thread: return quickly.
public interface Progress {

    /// The state after a settlement; called up to thousands of times a second.
    void update(Status status);

    /// Something people should know, once.
    void message(String line);

    /// Hears nothing.
    static Progress silent() {
        return new Progress() {
            @Override
            public void update(Status status) {}

            @Override
            public void message(String line) {}
        };
    }
}
