package dev.tradewind.cli;

import java.time.Duration;

/// One line a minute, and one at a new best, for output that is no terminal.
final class LogDisplay implements Display {

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration QUIET_AFTER_BEST = Duration.ofSeconds(5);

    private final Console console;
    private Duration said = Duration.ZERO;
    private double best = Double.NaN;

    LogDisplay(Console console) {
        this.console = console;
    }

    @Override
    public void show(Scene scene) {
        Duration silence = scene.elapsed().minus(said);
        boolean better = Double.compare(scene.best().value(), best) != 0;
        if (silence.compareTo(better ? QUIET_AFTER_BEST : QUIET) >= 0) {
            said = scene.elapsed();
            best = scene.best().value();
            console.note(ProgressBlock.line(scene));
        }
    }

    @Override
    public void say(String line) {
        console.note(line);
    }
}
