package dev.tradewind.bench;

import dev.tradewind.bench.Clocks.Span;
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
import java.nio.file.Path;
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
    private static final double MILLIS = 1_000;
    private static final AtLeast FULL = new AtLeast(0.9);

    /// A run.
    ///
    /// @param calls in flight
    /// @param goal of candidates in a second
    record Point(int calls, Goal goal) {}

    /// What came of candidates, and how fast.
    private record Pace(double perSecond, double perCpuSecond) {

        static Pace of(long candidates, Span span) {
            return new Pace(
                    candidates / span.wallSeconds(), candidates / (span.cpuMillis() / MILLIS));
        }
    }

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, InterruptedException {
        try (LoopbackProcess provider = LoopbackProcess.start(latency);
                Assembly assembly = assembly(bay)) {
            OneModel model = new OneModel(bay, provider.address());
            Kin kin = new Kin(one -> !one.equals(provider.handle()));
            Pace last = new Pace(0, 0);
            for (Point point : points) {
                last = measure(model, assembly, new Stretch(warmUp, time, kin::now), point, sheet);
            }
            compare(last, limit(assembly, bay.campaign(), kin), sheet);
        }
    }

    private void compare(Pace search, Pace limit, Sheet sheet) {
        int calls = points.getLast().calls;
        double ideal = calls / (latency.toNanos() / PER_SECOND);
        sheet.note("models.limit", limit.perSecond, "1/s");
        double share = search.perSecond / Math.min(limit.perSecond, ideal);
        sheet.note("models.full." + calls, share, "1", FULL);
        double cpu = search.perCpuSecond / limit.perCpuSecond;
        sheet.note("models.full.%d.cpu".formatted(calls), cpu, "1");
    }

    private static Assembly assembly(Bay bay) {
        Campaign campaign = bay.campaign();
        return Assembly.of(CompiledTask.of(campaign.task()), campaign, bay.setup().isolation());
    }

    private static Pace measure(
            OneModel model, Assembly assembly, Stretch stretch, Point point, Sheet sheet)
            throws InterruptedException {
        Path journal = model.bay().folder().resolve(point.calls + ".sqlite");
        new Run(model.packing(point.calls), journal).start(assembly, stretch.watch());
        Pace pace = Pace.of(stretch.candidates(), stretch.span());
        sheet.note("models.candidates." + point.calls, pace.perSecond, "1/s", point.goal);
        double answers = stretch.answers() / stretch.span().wallSeconds();
        sheet.note("models.answers." + point.calls, answers, "1/s");
        return pace;
    }

    /// Of candidates none of which has to be waited for.
    private Pace limit(Assembly assembly, Campaign campaign, Kin kin) throws InterruptedException {
        List<Program> programs =
                Bred.of(campaign.task(), batch).stream().map(Candidate::program).toList();
        try (Crew crew = new Crew()) {
            Clocks start = kin.now();
            var _ = crew.each(programs, one -> assembly.evaluate(one, Split.TRAINING));
            return Pace.of(batch, start.until(kin.now()));
        }
    }
}
