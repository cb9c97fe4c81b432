package dev.tradewind.report;

import dev.tradewind.journal.FlightTally;

import java.util.List;
import java.util.SortedMap;

/// What asking with one prompt brought and cost.
///
/// @param name of the prompt, such as `patch`
/// @param used flights that began with it
/// @param programs of them that brought a program, fit to run or not
/// @param kept programs that did something no program did before: the first of their cluster
/// @param spend all calls of those flights, repairs included
public record PromptResult(String name, long used, long programs, long kept, Cost spend) {

    static List<PromptResult> of(SortedMap<String, FlightTally> tallies) {
        return tallies.entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
    }

    private static PromptResult of(String name, FlightTally tally) {
        return new PromptResult(
                name, tally.flights(), tally.programs(), tally.kept(), Cost.of(tally.spend()));
    }
}
