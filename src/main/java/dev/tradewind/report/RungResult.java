package dev.tradewind.report;

import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.journal.FlightTally;
import dev.tradewind.search.Reached;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What one rung of the ladder brought and cost.
///
/// @param model as the campaign names it; null for a proposer without a model
/// @param share of the flights that it had, 0 to 1
/// @param programs flights that brought a program, fit to run or not
/// @param scored programs with a score
/// @param kept programs that did something no program did before: the first of their cluster
/// @param beatParent programs better on training than their best parent
/// @param beatBest programs better than all their island knew
/// @param best programs that became the best of the run
public record RungResult(
        String name,
        @Nullable String model,
        double share,
        long flights,
        long programs,
        long scored,
        long kept,
        long beatParent,
        long beatBest,
        long best,
        Cost spend) {

    /// All rungs of a ladder, in its order.
    ///
    /// @param tallies by name of the rung; a rung without flights may be absent
    /// @param reached the same
    static List<RungResult> of(
            Ladder ladder, Map<String, FlightTally> tallies, Map<String, Reached> reached) {
        long all = tallies.values().stream().mapToLong(FlightTally::flights).sum();
        return ladder.rungs().stream()
                .map(
                        rung ->
                                of(
                                        rung,
                                        all,
                                        tallies.getOrDefault(rung.name(), FlightTally.NONE),
                                        reached.getOrDefault(rung.name(), Reached.NONE)))
                .toList();
    }

    private static RungResult of(Rung rung, long all, FlightTally tally, Reached reached) {
        return new RungResult(
                rung.name(),
                rung instanceof Rung.Chat chat ? chat.model().model() : null,
                all == 0 ? 0 : (double) tally.flights() / all,
                tally.flights(),
                tally.programs(),
                tally.scored(),
                tally.kept(),
                reached.beatParent(),
                reached.beatBest(),
                tally.champions(),
                Cost.of(tally.spend()));
    }
}
