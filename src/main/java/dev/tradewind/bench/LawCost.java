package dev.tradewind.bench;

import dev.tradewind.bench.Goal.AtMost;
import dev.tradewind.law.allocation.Allocator;
import dev.tradewind.law.allocation.Allocators;
import dev.tradewind.law.allocation.Contender;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Observation;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.allocation.Position;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What the law costs: processor time of a decision and of an observation, on a ladder of eight
/// rungs, after many observations.
///
/// @param before observations that were made already
/// @param count decisions and observations that count
record LawCost(int before, int count) implements Measurement {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double MILLI = 1e6;
    private static final int RUNGS = 8;

    /// One proposal in a hundred improves: as rare as in a search that goes well.
    private static final double SUCCESS = 0.01;

    private static final AtMost DECISION = new AtMost(0.5);

    @Override
    public void measure(Bay bay, Sheet sheet) {
        for (Policy policy : List.of(Policy.LAW, Policy.LAW_THOMPSON, Policy.KNOWLEDGE_GRADIENT)) {
            new Trial(policy).run(sheet);
        }
    }

    /// One policy.
    private final class Trial {
        private final Policy policy;
        private final Allocator allocator;
        private final List<Contender> ladder;
        private final SplittableRandom random = new SplittableRandom(1);
        private long deciding;
        private long observing;

        Trial(Policy policy) {
            this.policy = policy;
            ladder = IntStream.range(0, RUNGS).mapToObj(LawCost::contender).toList();
            allocator = Allocators.of(policy, ladder);
        }

        void run(Sheet sheet) {
            for (int turn = 0; turn < before; turn++) {
                observe(ladder.get(turn % RUNGS).name());
            }
            for (int turn = 0; turn < count; turn++) {
                turn();
            }
            String name = "law." + policy;
            sheet.note(name + ".decision", deciding / MILLI / count, "ms", DECISION);
            sheet.note(name + ".observation", observing / MILLI / count, "ms");
        }

        private void turn() {
            List<String> open = ladder.stream().map(Contender::name).toList();
            long start = THREADS.getCurrentThreadCpuTime();
            String rung = allocator.next(open, random).ranking().getFirst();
            long decided = THREADS.getCurrentThreadCpuTime();
            observe(rung);
            observing += THREADS.getCurrentThreadCpuTime() - decided;
            deciding += decided - start;
        }

        private void observe(String rung) {
            boolean success = random.nextDouble() < SUCCESS;
            allocator.launched(rung);
            allocator.observe(
                    new Observation(
                            rung, success ? Level.BEAT_BEST : Level.SCORED, success ? 1 : 0, 1));
        }
    }

    private static Contender contender(int rung) {
        double size = 1 << rung;
        return new Contender("rung" + rung, new Position.OnCurve("models", size), 1 + size, 1);
    }
}
