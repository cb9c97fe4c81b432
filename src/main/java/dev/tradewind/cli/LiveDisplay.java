package dev.tradewind.cli;

import java.util.List;
import java.util.function.IntSupplier;

/// A block at the bottom of a terminal, redrawn in place.
final class LiveDisplay implements Display {

    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final String CLEAR_BELOW = "\r\u001b[0J";

    private final Console console;
    private final IntSupplier width;
    private int drawn;

    /// @param width of the terminal in characters, asked before each drawing
    LiveDisplay(Console console, IntSupplier width) {
        this.console = console;
        this.width = width;
    }

    @Override
    public synchronized void show(Scene scene) {
        List<String> lines = ProgressBlock.lines(scene, width.getAsInt());
        StringBuilder text = new StringBuilder(up());
        lines.forEach(line -> text.append(CLEAR_LINE).append(line).append('\n'));
        drawn = lines.size();
        console.draw(text.toString());
    }

    @Override
    public synchronized void say(String line) {
        console.draw(up() + CLEAR_BELOW);
        drawn = 0;
        console.note(line);
    }

    private String up() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "A";
    }
}
