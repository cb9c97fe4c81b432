package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtLeast;
import dev.tradewind.bench.ModelSpeed.Point;

import java.time.Duration;
import java.util.List;

/// The measurements, each named for the JVM that makes it.
enum Post {
    COLD_ENGINE(BenchSuite.ENGINE, 3, "5,000 free evaluations, JVM start included"),
    LONG_ENGINE(BenchSuite.ENGINE, 1, "105,000 free evaluations, about two minutes"),
    SOURCE_TO_SCORE(BenchSuite.SANDBOX, 2, "1,800 candidates from source to score on one core"),
    LANE_GAP(BenchSuite.SANDBOX, 1, "40 kills at a deadline"),
    METASPACE(BenchSuite.SANDBOX, 1, "10,000 candidates in one worker"),
    ISOLATION(BenchSuite.SANDBOX, 1, "starts and work, isolated and not"),
    GUARD(BenchSuite.GUARD, 2, "2,000 candidates compiled, checked, instrumented"),
    FUEL_C1(BenchSuite.GUARD, 1, "loops that count their steps, compiled as in workers"),
    FUEL_C2(BenchSuite.GUARD, 1, "loops that count their steps, compiled fully"),
    LAW_COST(BenchSuite.LAW, 1, "10,000 decisions after 100,000 observations"),
    MODEL_SPEED(BenchSuite.MODELS, 1, "1, 4, 16, 64 calls of a model in flight"),
    MANY_CALLS(BenchSuite.MODELS, 1, "256 calls in flight, scoring being free"),
    JOURNAL_COST(BenchSuite.MODELS, 1, "a recorded run, written anew with and without models"),
    MAIN_JOB_OR(BenchSuite.SEARCH, 3, "a search on uniform items, then as many random programs"),
    MAIN_JOB_WEIBULL(
            BenchSuite.SEARCH, 3, "a search on Weibull items, then as many random programs");

    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final List<Point> POINTS =
            List.of(
                    new Point(1, new AtLeast(4.8)),
                    new Point(4, new AtLeast(19)),
                    new Point(16, new AtLeast(75)),
                    new Point(64, new Goal.None()));

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
            case SOURCE_TO_SCORE -> new SourceToScore(300, 250, 3);
            case LANE_GAP -> new LaneGap(40, Duration.ofMillis(300));
            case METASPACE -> new WorkerMetaspace(500, 10_000);
            case ISOLATION -> new IsolationCost(20, 20, 50_000_000);
            case GUARD -> new GuardCost(1_000, 1_000);
            case FUEL_C1 -> new FuelCost("c1", 15, 40);
            case FUEL_C2 -> new FuelCost("c2", 15, 40);
            case LAW_COST -> new LawCost(100_000, 10_000);
            case MODEL_SPEED -> new ModelSpeed(POINTS, LATENCY, Duration.ofSeconds(4), TIME, 600);
            case MANY_CALLS -> new ManyCalls(256, LATENCY.multipliedBy(5), TIME, TIME);
            case JOURNAL_COST -> new JournalCost(16, Duration.ofMillis(50), TIME, 5);
            case MAIN_JOB_OR -> new MainJob(MainJob.Preset.OR);
            case MAIN_JOB_WEIBULL -> new MainJob(MainJob.Preset.WEIBULL);
        };
    }

    /// Options of its JVM: the first compiler alone, as the launcher starts tradewind and a pool
    /// its workers, but where the second one is the question.
    List<String> options() {
        return this == FUEL_C2 ? List.of() : List.of("-XX:TieredStopAtLevel=1");
    }

    /// Whether it is kept on one processor.
    boolean oneCore() {
        return this == SOURCE_TO_SCORE;
    }
}
