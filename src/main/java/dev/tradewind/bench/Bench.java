package dev.tradewind.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs suites, measurement by measurement.
public final class Bench {

    private final FreshJvm jvm;
    private final Listener listener;

    public Bench(Workshop workshop, Setup setup, Listener listener) {
        this.jvm = new FreshJvm(workshop, setup);
        this.listener = listener;
    }

    /// Hears how it is getting on.
    @FunctionalInterface
    public interface Listener {
        /// A line for people.
        void message(String line);
    }

    /// The figures of a suite. What was measured several times comes as the median.
    ///
    /// @throws IOException when something cannot be measured here; the message says why
    public List<Figure> run(BenchSuite suite) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (Post post : suite.posts()) {
            for (int turn = 1; turn <= post.turns(); turn++) {
                listener.message(message(suite, post, turn));
                jvm.measure(post, turn, figures::add);
            }
        }
        return suite == BenchSuite.SEARCH ? Verdicts.on(figures) : Medians.of(figures);
    }

    private static String message(BenchSuite suite, Post post, int turn) {
        String count = post.turns() == 1 ? "" : " (%d of %d)".formatted(turn, post.turns());
        String cores = post.oneCore() && !OneCore.possible() ? ", on all cores: no taskset" : "";
        return "%s: %s%s%s".formatted(suite, post.about(), cores, count);
    }
}
