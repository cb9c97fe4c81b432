package dev.tradewind.search;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.PlanDigest;
import dev.tradewind.journal.Line;
import dev.tradewind.journal.RunRecord;

import org.jspecify.annotations.Nullable;

/// Another run's answers, given once more.
///
/// @param record of that run
/// @param recording its answers
/// @param faithful whether the plan is the same, so that each of its decisions is made again
record Replay(RunRecord record, Recording recording, boolean faithful) {

    static Replay of(RunRecord record, Campaign campaign) {
        boolean faithful = record.header().plan().equals(PlanDigest.of(campaign));
        return new Replay(record, new Recording(record), faithful);
    }

    /// The run to be followed decision by decision; null when the plan has changed.
    @Nullable RunRecord guide() {
        return faithful ? record : null;
    }

    /// Whether random programs are evaluated for comparison.
    boolean compares() {
        return !faithful || record.lastPlanned(Line.RANDOM) > 0;
    }

    /// How it went.
    Outcome.Replayed told(@Nullable Grounded grounded) {
        String ranOut =
                grounded != null && grounded.recordingEnded()
                        ? String.valueOf(grounded.getMessage())
                        : "";
        return new Outcome.Replayed(faithful, recording.replayed(), recording.borrowed(), ranOut);
    }
}
