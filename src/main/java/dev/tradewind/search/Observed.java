package dev.tradewind.search;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongObjectHashMap;

import dev.tradewind.archive.Preference;
import dev.tradewind.archive.Reference;
import dev.tradewind.evaluation.Evaluation.Scored;
import dev.tradewind.evaluation.FailureCause;
import dev.tradewind.evaluation.Scores;
import dev.tradewind.journal.Landing;
import dev.tradewind.journal.Landing.Evaluated;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.Plan;
import dev.tradewind.journal.RunRecord;
import dev.tradewind.journal.Settlement.Consequence;
import dev.tradewind.law.allocation.Observation;

import java.util.stream.Stream;

/// A recorded search as the law sees it, whatever decided who was asked.
public final class Observed {

    private static final long SEED = 0;
    private static final double NANOS = 1e9;

    private final Preference preference;
    private final LongHashSet rejected = new LongHashSet();
    private final LongObjectHashMap<Scores> training = new LongObjectHashMap<>();

    private Observed(RunRecord record) {
        this.preference = record.header().preference();
        record.settlements(Line.SEARCH)
                .filter(settled -> settled.consequence() instanceof Consequence.Rejected)
                .forEach(settled -> rejected.add(settled.flight()));
    }

    /// Every landed flight of the search, by number; costs are seconds of processor time. To be
    /// gone through once.
    public static Stream<Observation> of(RunRecord record) {
        return record.landings(Line.SEARCH).map(new Observed(record)::seen);
    }

    private Observation seen(Landing landing) {
        Plan plan = landing.plan();
        if (training.isEmpty()) {
            training.put(SEED, plan.bar().scores().getFirst());
        }
        Observation seen =
                assessment()
                        .of(
                                landing,
                                rejected.contains(plan.flight())
                                        ? new Consequence.Rejected(FailureCause.INVALID_RESULT)
                                        : new Consequence.NotKept(),
                                plan.parents().stream()
                                        .filter(training::containsKey)
                                        .map(training::get)
                                        .toList());
        if (landing instanceof Evaluated evaluated
                && evaluated.training() instanceof Scored scored) {
            training.put(plan.flight(), scored.scores());
        }
        return seen;
    }

    private Assessment assessment() {
        Reference reference = Reference.of(preference, training.get(SEED));
        return new Assessment(reference, spend -> spend.cpu().toNanos() / NANOS);
    }
}
