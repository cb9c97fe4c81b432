package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.bench.provider.LoopbackProcess;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.journal.Journal;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Placed;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.Settlement;
import dev.tradewind.journal.SqliteJournal;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Run;

import org.apache.commons.math3.stat.descriptive.rank.Median;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What it costs to record what was said to models beside what came of it. A run is recorded; then
/// its record is written anew, flight by flight, in turn without exchanges, as breeding has none,
/// and with them.
///
/// @param calls in flight while it is recorded
/// @param time of the recorded run
/// @param pairs how often it is written anew in each way, the first time not counted
record JournalCost(int calls, Duration latency, Duration time, int pairs) implements Measurement {

    private static final double KIBI = 1 << 10;
    private static final AtMost CPU = new AtMost(0.2);
    private static final AtMost SIZE = new AtMost(5);

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, InterruptedException {
        Path journal = bay.folder().resolve("recorded.sqlite");
        record(bay, journal);
        try (RunRecord run = SqliteJournal.read(journal)) {
            long candidates = run.spend(Line.SEARCH).evaluations();
            double bytes = Files.size(journal) - run.saidBytes();
            sheet.note("models.journal", bytes / KIBI / candidates, "KiB", SIZE);
            double said = (double) run.saidBytes() / KIBI / candidates;
            sheet.note("models.journal.said", said, "KiB");
            Script script = Script.of(run);
            double cost = cost(script, bay.folder());
            sheet.note("models.journal.cpu", cost / candidates, "ms", CPU);
        }
    }

    private void record(Bay bay, Path journal) throws IOException, InterruptedException {
        Campaign task = bay.campaign();
        try (LoopbackProcess provider = LoopbackProcess.start(latency);
                Assembly assembly =
                        Assembly.of(CompiledTask.of(task.task()), task, bay.setup().isolation())) {
            Stretch stretch = new Stretch(Duration.ZERO, time, Clocks::now);
            Campaign campaign = new OneModel(bay, provider.address()).packing(calls);
            new Run(campaign, journal).start(assembly, stretch.watch());
        }
    }

    /// Processor time that exchanges add to all that is written, in milliseconds.
    private double cost(Script script, Path folder) {
        List<Double> differences = new ArrayList<>();
        for (int pair = 0; pair <= pairs; pair++) {
            double without = written(script, folder.resolve("without-" + pair), false);
            double with = written(script, folder.resolve("with-" + pair), true);
            if (pair > 0) {
                differences.add(with - without);
            }
        }
        return new Median().evaluate(differences.stream().mapToDouble(one -> one).toArray());
    }

    private static double written(Script script, Path file, boolean exchanges) {
        Clocks start = Clocks.now();
        script.write(file, exchanges);
        return start.until(Clocks.now()).cpuMillis();
    }

    /// A recorded run in memory.
    private record Script(
            RunRecord run,
            List<Landing> landings,
            Map<Long, List<Placed>> exchanges,
            List<Settlement> settlements) {

        static Script of(RunRecord run) {
            Map<Long, List<Placed>> exchanges = new HashMap<>();
            run.exchanges(Line.SEARCH)
                    .forEach(
                            one ->
                                    exchanges
                                            .computeIfAbsent(one.flight(), _ -> new ArrayList<>())
                                            .add(one));
            return new Script(
                    run,
                    run.landings(Line.SEARCH).toList(),
                    exchanges,
                    run.settlements(Line.SEARCH).toList());
        }

        void write(Path file, boolean said) {
            try (Journal journal = SqliteJournal.create(file, run.header())) {
                for (Landing landing : landings) {
                    journal.append(landing.plan());
                    if (said) {
                        exchanges
                                .getOrDefault(landing.plan().flight(), List.of())
                                .forEach(journal::append);
                    }
                    journal.append(landing);
                    journal.commit();
                }
                settlements.forEach(journal::append);
                journal.commit();
            }
        }
    }
}
