package dev.tradewind.evaluation;

import dev.tradewind.evaluation.Heard.Told;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Candidates in one kind of worker, and what the scorer made of their answers in processes that
/// never meet a candidate.
///
/// What is measured onward depends on nothing but what was answered before. A candidate that gives
/// the training instances the answers of an earlier one is therefore not measured: it is told what
/// was measured then. Repeats, which come in reversed order, and all other splits always are.
final class RelayWorkers implements Workers {

    private static final int REMEMBERED = 4096;

    /// @param answers digest of what a candidate answered
    /// @param instances what it answered to
    private record Sent(String answers, List<String> instances) {}

    private final Workers first;
    private final ProcessWorkers onward;
    private final Map<Sent, Told> known =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {

                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Sent, Told> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    /// @param first for the first leg
    /// @param onward for all further ones
    RelayWorkers(Workers first, ProcessWorkers onward) {
        this.first = first;
        this.onward = onward;
    }

    @Override
    public Heard hear(Executable candidate, Sitting sitting) {
        if (sitting.way().leg() == 1) {
            return first.hear(candidate, sitting);
        }
        return sitting.split() == Split.TRAINING && !sitting.reversed()
                ? onceHeard(sitting)
                : onward.hear(sitting);
    }

    private Heard onceHeard(Sitting sitting) {
        Sent sent = sent(sitting);
        Told before = known.get(sent);
        if (before != null) {
            return before;
        }
        Heard heard = onward.hear(sitting);
        if (heard instanceof Told(RunAnswer.Certificates certificates, Duration _)) {
            known.put(sent, new Told(certificates, Duration.ZERO));
        }
        return heard;
    }

    private static Sent sent(Sitting sitting) {
        List<String> instances =
                IntStream.range(0, sitting.set().size()).mapToObj(sitting::name).toList();
        return new Sent(sitting.way().digest(), instances);
    }

    @Override
    public boolean firstLegTellsAll() {
        return true;
    }

    @Override
    public void close() {
        first.close();
        onward.close();
    }
}
