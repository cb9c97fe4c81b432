package dev.tradewind.cli;

/// Shows people how a run is getting on.
interface Display {

    /// The state now; called a few times a second.
    void show(Scene scene);

    /// A line that stays.
    void say(String line);

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
