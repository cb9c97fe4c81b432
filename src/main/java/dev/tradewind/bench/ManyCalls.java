package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.bench.provider.LoopbackProcess;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// What very many calls in flight cost the engine, judging being free: memory of its process, and
/// processor time of a proposal from its plan to its settlement, HTTP included.
///
/// @param calls in flight
/// @param latency of each answer
/// @param warmUp and `time` of the run
record ManyCalls(int calls, Duration latency, Duration warmUp, Duration time)
        implements Measurement {

    private static final AtMost MEMORY = new AtMost(200);
    private static final AtMost CPU = new AtMost(2);

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, InterruptedException {
        double idle = Memory.residentMebibytes();
        Stretch stretch = new Stretch(warmUp, time, Clocks::now);
        try (LoopbackProcess provider = LoopbackProcess.start(latency);
                Assembly assembly = NullWorld.assembly()) {
            OneModel model = new OneModel(bay, provider.address());
            Path journal = bay.folder().resolve("journal.sqlite");
            new Run(model.on(assembly.task().task(), calls), journal)
                    .start(assembly, stretch.watch());
        }
        sheet.note("models.memory", Memory.mostResidentMebibytes() - idle, "MiB", MEMORY);
        sheet.note("models.memory.idle", idle, "MiB");
        double cpu = stretch.span().cpuMillis() / stretch.flights();
        sheet.note("models.cpu", cpu, "ms", CPU);
        sheet.note("models.in-flight", stretch.inFlight(), "1");
        sheet.note("models.answers", stretch.answers() / stretch.span().wallSeconds(), "1/s");
    }
}
