package dev.tradewind.cli;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.function.IntSupplier;

/// The terminal behind standard error, asked for its width when it changes.
final class ErrorTerminal implements IntSupplier, AutoCloseable {

    private static final String RESIZED = "WINCH";
    private static final int USUAL = 80;

    private final Terminal terminal;
    private final @Nullable Object before;
    private volatile int width;

    private ErrorTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.before = Signals.register(RESIZED, this::measure);
        measure();
    }

    /// Null when standard error is no terminal, or one that cannot redraw a line.
    static @Nullable ErrorTerminal find() {
        try {
            Terminal terminal =
                    TerminalBuilder.builder()
                            .systemOutput(SystemOutput.SysErr)
                            .nativeSignals(false)
                            .dumb(true)
                            .build();
            if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                return new ErrorTerminal(terminal);
            }
            terminal.close();
            return null;
        } catch (IOException unknown) {
            return null;
        }
    }

    private void measure() {
        int measured = terminal.getWidth();
        width = measured > 0 ? measured : USUAL;
    }

    /// Characters in a line.
    @Override
    public int getAsInt() {
        return width;
    }

    @Override
    public void close() throws IOException {
        Signals.unregister(RESIZED, before);
        terminal.close();
    }
}
