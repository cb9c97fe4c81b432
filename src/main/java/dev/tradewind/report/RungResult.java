package dev.tradewind.report;

import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.journal.FlightTally;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What one rung of the ladder brought and cost.
///
/// @param model as the campaign names it; null for a proposer without a model
/// @param share of the flights that it is due, 0 to 1
/// @param programs flights that brought a program, fit to run or not
/// @param scored programs with a score
/// @param kept programs that did something no program did before: the first of their cluster
/// @param best programs that became the best of the run
public record RungResult(
        String name,
        @Nullable String model,
        double share,
        long flights,
        long programs,
        long scored,
        long kept,
        long best,
        Cost spend) {

    /// All rungs of a ladder, in its order.
    ///
    /// @param tallies by name of the rung; a rung without flights may be absent
    static List<RungResult> of(Ladder ladder, Map<String, FlightTally> tallies) {
        double shares = ladder.rungs().stream().mapToDouble(Rung::share).sum();
        return ladder.rungs().stream()
                .map(
                        rung ->
                                of(
                                        rung,
                                        rung.share() / shares,
                                        tallies.getOrDefault(rung.name(), FlightTally.NONE)))
                .toList();
    }

    private static RungResult of(Rung rung, double share, FlightTally tally) {
        return new RungResult(
                rung.name(),
                rung instanceof Rung.Chat chat ? chat.model().model() : null,
                share,
                tally.flights(),
                tally.programs(),
                tally.scored(),
                tally.kept(),
                tally.champions(),
                Cost.of(tally.spend()));
    }
}
