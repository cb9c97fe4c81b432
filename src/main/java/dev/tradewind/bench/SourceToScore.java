package dev.tradewind.bench;

import dev.tradewind.bench.Clocks.Span;
import dev.tradewind.bench.Goal.AtLeast;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.evaluation.Evaluation;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.Suite;
import dev.tradewind.evaluation.Task;
import dev.tradewind.program.Candidate;
import dev.tradewind.program.Program;
import dev.tradewind.search.Assembly;

import org.apache.commons.math3.stat.descriptive.rank.Median;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How fast the full sandbox takes candidates from source to score: compiled, checked, run on 20
/// instances of 120 items, judged. And what endless loops among them cost.
///
/// Meant for a JVM on one processor, its children included. The clean and the spoilt batches take
/// turns. All batches together stay below the requests after which a worker is replaced.
///
/// @param warmUp candidates that do not count
/// @param batch candidates per reading
/// @param pairs batches of each kind
record SourceToScore(int warmUp, int batch, int pairs) implements Measurement {

    private static final String ITEMS = "data/or1-u120.txt";
    private static final String LOOP = "bad/endless-loop";
    private static final int ONE_IN = 50;
    private static final AtLeast RATE = new AtLeast(150);
    private static final AtLeast UNHARMED = new AtLeast(0.9);

    /// What a batch came to.
    private record Batch(int size, long scored, Span span) {

        double scoredPerCpuSecond() {
            return scored / (span.cpuMillis() / 1_000);
        }

        double scoredPerSecond() {
            return scored / span.wallSeconds();
        }

        double perCpuSecond() {
            return size / (span.cpuMillis() / 1_000);
        }

        double perSecond() {
            return size / span.wallSeconds();
        }
    }

    @Override
    public void measure(Bay bay, Sheet sheet) throws IOException, InterruptedException {
        Campaign campaign = bay.campaign();
        Task task = campaign.task();
        List<Program> programs =
                Bred.of(task, warmUp + 2 * pairs * batch).stream().map(Candidate::program).toList();
        try (Assembly assembly = Assembly.of(CompiledTask.of(task), 1, 1, bay.setup().isolation());
                Crew crew = new Crew()) {
            Line line =
                    new Line(assembly, assembly.task().read(task.folder().resolve(ITEMS)), crew);
            var _ = line.run(programs.subList(0, warmUp));
            compare(line, programs.subList(warmUp, programs.size()), loop(task), sheet);
        }
    }

    private static Program loop(Task task) {
        return task.examples().stream()
                .filter(example -> example.name().equals(LOOP))
                .findFirst()
                .orElseThrow()
                .program();
    }

    private void compare(Line line, List<Program> programs, Program loop, Sheet sheet)
            throws InterruptedException {
        List<Batch> clean = new ArrayList<>();
        List<Batch> spoilt = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            int from = 2 * pair * batch;
            clean.add(line.run(programs.subList(from, from + batch)));
            spoilt.add(line.run(spoilt(programs.subList(from + batch, from + 2 * batch), loop)));
        }
        note(clean, spoilt, sheet);
    }

    private static List<Program> spoilt(List<Program> programs, Program loop) {
        return IntStream.range(0, programs.size())
                .mapToObj(at -> at % ONE_IN == 0 ? distinct(loop, at) : programs.get(at))
                .toList();
    }

    /// The same with another text.
    private static Program distinct(Program program, int number) {
        String path = program.files().firstKey();
        return program.with(path, program.text(path) + "\n// " + number + "\n");
    }

    private static void note(List<Batch> clean, List<Batch> spoilt, Sheet sheet) {
        double rate = median(clean.stream().map(Batch::scoredPerCpuSecond).toList());
        sheet.note("sandbox.rate", rate, "1/CPU s", RATE);
        double wall = median(clean.stream().map(Batch::scoredPerSecond).toList());
        sheet.note("sandbox.rate.wall", wall, "1/s");
        double share = median(clean.stream().map(b -> (double) b.scored() / b.size()).toList());
        sheet.note("sandbox.scored", share, "1");
        double ratio =
                median(spoilt.stream().map(Batch::perCpuSecond).toList())
                        / median(clean.stream().map(Batch::perCpuSecond).toList());
        sheet.note("sandbox.loops", ratio, "1", UNHARMED);
        double wallRatio =
                median(spoilt.stream().map(Batch::perSecond).toList())
                        / median(clean.stream().map(Batch::perSecond).toList());
        sheet.note("sandbox.loops.wall", wallRatio, "1");
    }

    private static double median(List<Double> values) {
        return new Median().evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Everything a candidate passes through.
    private record Line(Assembly assembly, Suite<?> suite, Crew crew) {

        Batch run(List<Program> programs) throws InterruptedException {
            Kin kin = new Kin();
            Clocks start = kin.now();
            List<Evaluation> done = crew.each(programs, this::evaluate);
            Span span = start.until(kin.now());
            long scored = done.stream().filter(Scored.class::isInstance).count();
            return new Batch(programs.size(), scored, span);
        }

        private Evaluation evaluate(Program program) {
            return assembly.evaluate(program, List.of(suite), false).getFirst().evaluation();
        }
    }
}
