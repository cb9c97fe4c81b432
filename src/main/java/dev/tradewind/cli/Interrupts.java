package dev.tradewind.cli;

import dev.tradewind.search.Stop;

import org.jline.utils.Signals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Turns Ctrl-C and a polite kill into a request to stop; a second one ends the process at once.
/// Either way the run can go on later.
final class Interrupts implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final List<Object> before;

    private Interrupts(List<Object> before) {
        this.before = before;
    }

    /// Listens until closed.
    static Interrupts to(Stop stop, Display display) {
        AtomicInteger count = new AtomicInteger();
        Runnable heard =
                () -> {
                    if (count.getAndIncrement() > 0) {
                        System.exit(Exit.INTERRUPTED.code());
                    }
                    stop.request();
                    display.say("stopping: finishing what is in flight (again to stop at once)");
                };
        return new Interrupts(SIGNALS.stream().map(name -> Signals.register(name, heard)).toList());
    }

    @Override
    public void close() {
        for (int at = 0; at < SIGNALS.size(); at++) {
            Signals.unregister(SIGNALS.get(at), before.get(at));
        }
    }
}
