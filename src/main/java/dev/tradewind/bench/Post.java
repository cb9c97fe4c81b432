package dev.tradewind.bench;

import java.util.List;

/// The measurements, each named for the JVM that makes it.
enum Post {
    COLD_ENGINE(BenchSuite.ENGINE, 3, "5,000 free evaluations, JVM start included"),
    LONG_ENGINE(BenchSuite.ENGINE, 1, "105,000 free evaluations, about two minutes");

    private final BenchSuite suite;
    private final int turns;
    private final String about;

    Post(BenchSuite suite, int turns, String about) {
        this.suite = suite;
        this.turns = turns;
        this.about = about;
    }

    BenchSuite suite() {
        return suite;
    }

    /// How often it is done, each time in a fresh JVM.
    int turns() {
        return turns;
    }

    /// What is done, in words.
    String about() {
        return about;
    }

    Measurement measurement() {
        return switch (this) {
            case COLD_ENGINE -> new ColdEngine(5_000);
            case LONG_ENGINE -> new LongEngine(20_000, 1_000, 100_000, 1_000);
        };
    }

    /// Options of its JVM.
    List<String> options() {
        return List.of();
    }

    /// Whether it is kept on one processor.
    boolean oneCore() {
        return false;
    }
}
