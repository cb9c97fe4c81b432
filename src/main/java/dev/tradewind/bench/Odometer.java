package dev.tradewind.bench;

import dev.tradewind.search.Progress;
import dev.tradewind.search.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the clocks each time a run has come so many evaluations further, and now and then the
/// heap.
final class Odometer implements Progress {

    private final long step;
    private final Set<Long> heapAt;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Heap> heaps = new ArrayList<>();
    private long begun;
    private Clocks before = Clocks.now();

    /// @param step evaluations from one reading to the next
    /// @param heapAt multiples of it, after which the heap is read too
    Odometer(long step, Set<Long> heapAt) {
        this.step = step;
        this.heapAt = Set.copyOf(heapAt);
    }

    /// A part of the way.
    ///
    /// @param from evaluations before it
    record Stage(long from, long evaluations, Clocks.Span span) {

        double rate() {
            return evaluations / span.wallSeconds();
        }

        double cpuMillis() {
            return span.cpuMillis() / evaluations;
        }
    }

    /// What lives in the heap after a collection.
    record Heap(long evaluations, double mebibytes) {}

    @Override
    public void update(Status status) {
        long evaluations = status.spend().evaluations();
        if (evaluations < begun + step) {
            return;
        }
        stages.add(new Stage(begun, evaluations - begun, before.until(Clocks.now())));
        begun = evaluations;
        if (heapAt.contains(evaluations)) {
            heaps.add(new Heap(evaluations, Memory.liveMebibytes()));
        }
        before = Clocks.now();
    }

    @Override
    public void message(String line) {}

    List<Stage> stages() {
        return List.copyOf(stages);
    }

    List<Heap> heaps() {
        return List.copyOf(heaps);
    }
}
