package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtLeast;
import dev.tradewind.bench.provider.LoopbackProcess;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Split;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.search.Assembly;
import dev.tradewind.search.Run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// How many candidates a model that takes its time brings: packing rules, judged in the full
/// sandbox, with ever more calls in flight. The last number of calls is held against what
/// evaluation alone can do, because that may be less than the model brings.
///
/// Answers that are no new program count as answers, not as candidates. Model and engine share the
/// processors.
///
/// @param latency of each answer
/// @param warmUp and `time` of each run
/// @param batch candidates in a reading of what evaluation can do
record ModelSpeed(List<Point> points, Duration latency, Duration warmUp, Duration time, int batch)
        implements Measurement {

    private static final double PER_SECOND = 1e9;
    private static final AtLeast FULL = new AtLeast(0.9);

    /// A run.
    ///
    /// @param calls in flight
    /// @param goal of candidates in a second
    record Point(int calls, Goal goal) {}

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, InterruptedException {
        try (LoopbackProcess provider = LoopbackProcess.start(latency);
                Assembly assembly = assembly(bay)) {
            OneModel model = new OneModel(bay, provider.address());
            double last = 0;
            for (Point point : points) {
                last = measure(model, assembly, point, sheet);
            }
            double limit = limit(assembly, bay.campaign());
            sheet.note("models.limit", limit, "1/s");
            int calls = points.getLast().calls;
            double share = last / Math.min(limit, ideal(calls));
            sheet.note("models.full." + calls, share, "1", FULL);
        }
    }

    private static Assembly assembly(Bay bay) {
        Campaign campaign = bay.campaign();
        return Assembly.of(CompiledTask.of(campaign.task()), campaign, bay.setup().isolation());
    }

    /// What the model could bring.
    private double ideal(int calls) {
        return calls / (latency.toNanos() / PER_SECOND);
    }

    /// Candidates in a second.
    private double measure(OneModel model, Assembly assembly, Point point, Sheet sheet)
            throws InterruptedException {
        Stretch stretch = new Stretch(warmUp, time);
        var journal = model.bay().folder().resolve(point.calls + ".sqlite");
        new Run(model.packing(point.calls), journal).start(assembly, stretch.watch());
        double seconds = stretch.span().wallSeconds();
        double rate = stretch.candidates() / seconds;
        sheet.note("models.candidates." + point.calls, rate, "1/s", point.goal);
        sheet.note("models.answers." + point.calls, stretch.answers() / seconds, "1/s");
        double sound = (double) stretch.candidates() / stretch.answers();
        sheet.note("models.evaluated." + point.calls, sound, "1");
        return rate;
    }

    /// Candidates in a second when none has to be waited for.
    private double limit(Assembly assembly, Campaign campaign) throws InterruptedException {
        List<Program> programs =
                Bred.of(campaign.task(), batch).stream().map(Candidate::program).toList();
        try (Crew crew = new Crew()) {
            Clocks start = Clocks.now();
            var _ = crew.each(programs, one -> assembly.evaluate(one, Split.TRAINING));
            return batch / start.until(Clocks.now()).wallSeconds();
        }
    }
}
