package dev.tradewind.search;

import dev.tradewind.proposer.Proposer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The proposers of a search, and whose turn it is. Flights are dealt out by the rungs' shares:
/// next is always the rung furthest behind its own. A rung with no room for another flight is
/// passed over, so that a slow model holds up nobody. Owned by one thread.
final class Ladder {

    private final List<Step> steps;
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final Map<String, Long> launched = new HashMap<>();

    /// A rung.
    ///
    /// @param share of the flights, in proportion to the other rungs' shares
    /// @param room for flights in the air at once
    /// @param prompted whether it is told a briefing, as language models are
    record Step(Proposer proposer, double share, int room, boolean prompted) {

        String name() {
            return proposer.name();
        }

        /// The only rung, of a proposer without a model.
        static Step alone(Proposer proposer) {
            return new Step(proposer, 1, Integer.MAX_VALUE, false);
        }
    }

    Ladder(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// Those with room for another flight, the one whose turn it is first.
    List<Step> inTurn() {
        return steps.stream()
                .filter(step -> inFlight.getOrDefault(step.name(), 0) < step.room())
                .sorted(Comparator.comparingDouble(this::dealt))
                .toList();
    }

    private double dealt(Step step) {
        return (launched.getOrDefault(step.name(), 0L) + 1) / step.share();
    }

    Step named(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rung " + name));
    }

    /// Whether some rung has a model.
    boolean prompted() {
        return steps.stream().anyMatch(Step::prompted);
    }

    /// Whether all rungs have one.
    boolean promptedOnly() {
        return steps.stream().allMatch(Step::prompted);
    }

    void launched(Step step) {
        launched.merge(step.name(), 1L, Long::sum);
        inFlight.merge(step.name(), 1, Integer::sum);
    }

    void settled(String name) {
        inFlight.merge(name, -1, Integer::sum);
    }
}
