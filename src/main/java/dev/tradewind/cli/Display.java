package dev.tradewind.cli;

/// Shows people how a run is getting on.
interface Display extends AutoCloseable {

    /// The state now; called a few times a second.
    void show(Scene scene);

    /// A line that stays.
    void say(String line);

    /// Leaves the terminal as it should be.
    @Override
    default void close() {}

    /// Says what must be said and shows nothing.
    static Display silent(Console console) {
        return new Display() {
            @Override
            public void show(Scene scene) {}

            @Override
            public void say(String line) {
                console.note(line);
            }
        };
    }
}
