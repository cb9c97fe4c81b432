package dev.tradewind.search;

import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Scores;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What a run came to.
///
/// @param end why it ended
/// @param start what the seed reached on the validation instances
/// @param front the programs that no other is preferred to by validation, the best in the first
///   objective first: with one objective the best program alone
/// @param baselines the task's classical programs, in its order
/// @param random the same of equally many random programs; empty when none were asked for
/// @param spend of the search alone; the comparison comes on top
/// @param baselineSpend of the random programs
/// @param reached how far the flights of each rung came, by name
/// @param prospect what was believed of the rungs in the end
/// @param content digest of what the journal says, equal for equal runs
/// @param replayed how a replay went; null for a run of its own
public record Outcome(
        End end,
        Scores start,
        List<Examined> front,
        List<Examined> baselines,
        List<Examined> random,
        Spend spend,
        Spend baselineSpend,
        Counts counts,
        Map<String, Reached> reached,
        Prospect prospect,
        String content,
        @Nullable Replayed replayed) {

    public Outcome {
        front = List.copyOf(front);
        baselines = List.copyOf(baselines);
        random = List.copyOf(random);
    }

    /// The first member of the front.
    public Examined best() {
        return front.getFirst();
    }

    /// How a replay went.
    ///
    /// @param faithful whether the plan was the recorded run's, so that every decision was made
    ///   again
    /// @param answers given once more
    /// @param borrowed how many of them had been given to another request
    /// @param ranOut where the recording had no more answers, a sentence; empty when it had
    public record Replayed(boolean faithful, long answers, long borrowed, String ranOut) {}

    /// Why a run ended.
    public enum End {
        /// The budget is spent.
        FINISHED,
        /// One program has reached all targets, and the campaign wanted no more.
        TARGETS_REACHED,
        /// Nothing the proposers brought could be scored.
        NO_VALID_CANDIDATE,
        /// Asked to stop; run it again to go on.
        INTERRUPTED
    }
}
