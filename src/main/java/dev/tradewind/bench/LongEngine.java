package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtLeast;
import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.bench.Odometer.Heap;
import dev.tradewind.bench.Odometer.Stage;
import dev.tradewind.budget.Budget;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Progress;
import dev.tradewind.search.Run;
import dev.tradewind.search.Stop;
import dev.tradewind.search.Watch;

import org.apache.commons.math3.stat.descriptive.rank.Median;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// How fast a long run is once its JVM is warm, and whether it stays so: speed and memory with few
/// and with many programs behind it.
///
/// @param warmUp evaluations of a run before, which does not count
/// @param few evaluations after which a run is young
/// @param many evaluations after which it is old
/// @param step evaluations between two readings
record LongEngine(long warmUp, long few, long many, long step) implements Measurement {

    private static final int STAGES = 5;
    private static final AtLeast RATE = new AtLeast(1_000);
    private static final AtLeast STEADY = new AtLeast(0.9);
    private static final AtMost FLAT = new AtMost(8);

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, InterruptedException {
        run(bay.folder().resolve("warm-up.sqlite"), warmUp, Progress.silent());
        Odometer odometer = new Odometer(step, Set.of(few, many / 2, many));
        long evaluations = many + STAGES * step;
        Path journal = bay.folder().resolve("journal.sqlite");
        run(journal, evaluations, odometer);
        speed(odometer.stages(), sheet);
        memory(odometer.heaps(), sheet);
        double bytes = (double) Files.size(journal) / evaluations;
        sheet.note("engine.journal", bytes, "bytes/candidate");
    }

    private static void run(Path journal, long evaluations, Progress progress)
            throws InterruptedException {
        try (Assembly assembly = NullWorld.assembly()) {
            Campaign campaign =
                    Campaign.of(assembly.task().task(), Budget.evaluations(evaluations))
                            .withoutBaseline();
            new Run(campaign, journal).start(assembly, new Watch(progress, new Stop()));
        }
    }

    private void speed(List<Stage> stages, Sheet sheet) {
        sheet.note("engine.rate", median(stages, Stage::rate), "1/s", RATE);
        sheet.note("engine.cpu.warm", median(stages, Stage::cpuMillis), "ms");
        double young = median(after(few, stages), Stage::cpuMillis);
        double old = median(after(many, stages), Stage::cpuMillis);
        sheet.note("engine.rate.100k", young / old, "1", STEADY);
        double ratio =
                median(after(many, stages), Stage::rate) / median(after(few, stages), Stage::rate);
        sheet.note("engine.rate.100k.wall", ratio, "1");
    }

    private static List<Stage> after(long evaluations, List<Stage> stages) {
        return stages.stream().filter(stage -> stage.from() >= evaluations).limit(STAGES).toList();
    }

    private static double median(List<Stage> stages, ToDoubleFunction<Stage> value) {
        return new Median().evaluate(stages.stream().mapToDouble(value).toArray());
    }

    private void memory(List<Heap> heaps, Sheet sheet) {
        for (Heap heap : heaps) {
            String name = "engine.heap.%dk".formatted(heap.evaluations() / 1_000);
            sheet.note(name, heap.mebibytes(), "MiB");
        }
        double growth = heaps.getLast().mebibytes() - heaps.get(1).mebibytes();
        sheet.note("engine.heap.growth", growth, "MiB", FLAT);
    }
}
