package dev.tradewind.bench;

import dev.tradewind.bench.Clocks.Span;
import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.evaluation.CompiledTask;
import dev.tradewind.guard.Guard;
import dev.tradewind.guard.SandboxedGuard;
import dev.tradewind.guard.Verdict;
import dev.tradewind.program.Candidate;

import org.apache.commons.math3.stat.descriptive.rank.Median;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/// What the guard costs: in this process, where it checks and instruments, and in that of its
/// compiler.
///
/// The first is the processor time of the threads that ask, so it also holds what it takes to talk
/// to the compiler: what is measured is a little more than the check alone.
///
/// @param warmUp candidates that do not count
/// @param count candidates that do
record GuardCost(int warmUp, int count) implements Measurement {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double MILLI = 1e6;
    private static final AtMost CLASS = new AtMost(0.3);

    /// One candidate's time on its thread.
    private record Admission(double millis, int classes) {}

    @Override
    public void measure(Bay bay, Sheet sheet) throws InterruptedException {
        CompiledTask task = CompiledTask.of(bay.campaign().task());
        List<Candidate> candidates = Bred.of(task.task(), warmUp + count);
        try (Guard guard = SandboxedGuard.of(task, bay.setup().isolation());
                Crew crew = new Crew()) {
            var _ = crew.each(candidates.subList(0, warmUp), guard::admit);
            Kin kin = new Kin();
            Clocks start = kin.now();
            Clocks own = Clocks.now();
            List<Admission> done =
                    crew.each(
                            candidates.subList(warmUp, candidates.size()),
                            candidate -> admission(guard, candidate));
            Span mine = own.until(Clocks.now());
            Span all = start.until(kin.now());
            note(done, sheet);
            double compiling = (all.cpuMillis() - mine.cpuMillis()) / count;
            sheet.note("guard.compile", compiling, "ms");
        }
    }

    private static Admission admission(Guard guard, Candidate candidate) {
        long before = THREADS.getCurrentThreadCpuTime();
        Verdict verdict = guard.admit(candidate);
        double millis = (THREADS.getCurrentThreadCpuTime() - before) / MILLI;
        return switch (verdict) {
            case Verdict.Admitted(var executable, var _) ->
                    new Admission(millis, executable.classes().size());
            case Verdict.Refused _ -> new Admission(millis, 0);
        };
    }

    private void note(List<Admission> done, Sheet sheet) {
        double[] perClass =
                done.stream()
                        .filter(one -> one.classes() > 0)
                        .mapToDouble(one -> one.millis() / one.classes())
                        .toArray();
        sheet.note("guard.class", new Median().evaluate(perClass), "ms", CLASS);
        sheet.note("guard.admitted", (double) perClass.length / count, "1");
    }
}
