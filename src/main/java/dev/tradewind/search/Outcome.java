package dev.tradewind.search;

import dev.tradewind.budget.Spend;
import dev.tradewind.evaluation.Scores;

import java.util.List;

/// What a run came to.
///
/// @param end why it ended
/// @param start what the seed reached on the validation instances
/// @param best the program chosen by validation
/// @param baselines the task's classical programs, in its order
/// @param random the best of equally many random programs; empty when none were asked for
/// @param spend of the search alone; the comparison comes on top
/// @param baselineSpend of the random programs
/// @param content digest of what the journal says, equal for equal runs
public record Outcome(
        End end,
        Scores start,
        Examined best,
        List<Examined> baselines,
        List<Examined> random,
        Spend spend,
        Spend baselineSpend,
        Counts counts,
        String content) {

    public Outcome {
        baselines = List.copyOf(baselines);
        random = List.copyOf(random);
    }

    /// Why a run ended.
    public enum End {
        /// The budget is spent.
        FINISHED,
        /// Nothing the proposers brought could be scored.
        NO_VALID_CANDIDATE,
        /// Asked to stop; run it again to go on.
        INTERRUPTED
    }
}
