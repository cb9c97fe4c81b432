package dev.tradewind.search;

import dev.tradewind.law.allocation.Allocation;
import dev.tradewind.law.allocation.Allocator;
import dev.tradewind.law.allocation.Contender;
import dev.tradewind.law.allocation.FixedShares;
import dev.tradewind.law.allocation.Forecast;
import dev.tradewind.law.allocation.Forecasting;
import dev.tradewind.law.allocation.Observation;
import dev.tradewind.law.allocation.Policy;
import dev.tradewind.law.allocation.Position;
import dev.tradewind.proposer.Proposer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The proposers of a search, and whose turn it is: that is the allocator's to say. A rung with no
/// room for another flight is passed over, so that a slow model holds up nobody. Owned by one
/// thread.
final class Ladder {

    private final List<Step> steps;
    private final Policy policy;
    private final Allocator allocator;
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final Map<String, Reached> reached = new HashMap<>();

    /// A rung.
    ///
    /// @param room for flights in the air at once
    /// @param prompted whether it is told a briefing, as language models are
    record Step(Proposer proposer, int room, boolean prompted) {

        String name() {
            return proposer.name();
        }
    }

    /// @param policy of the allocator
    Ladder(List<Step> steps, Policy policy, Allocator allocator) {
        this.steps = List.copyOf(steps);
        this.policy = policy;
        this.allocator = allocator;
    }

    /// One rung, of a proposer without a model.
    static Ladder of(Proposer proposer) {
        Contender only = new Contender(proposer.name(), new Position.Beside(), 1, 1);
        return new Ladder(
                List.of(new Step(proposer, Integer.MAX_VALUE, false)),
                Policy.SHARES,
                new FixedShares(List.of(only)));
    }

    Policy policy() {
        return policy;
    }

    /// Those with room for another flight.
    List<Step> open() {
        return steps.stream()
                .filter(step -> inFlight.getOrDefault(step.name(), 0) < step.room())
                .toList();
    }

    /// Ranks them, the one whose turn it is first.
    Allocation allocation(RandomGenerator random) {
        return allocator.next(open().stream().map(Step::name).toList(), random);
    }

    /// What is believed of the rungs now; takes a few thousand draws.
    Prospect prospect() {
        Forecast next =
                allocator instanceof Forecasting forecasting
                        ? forecasting.forecast(Prospect.PART)
                        : null;
        return new Prospect(policy, allocator.beliefs(), next);
    }

    /// How far the settled flights of each rung came, by name.
    Map<String, Reached> reached() {
        return Map.copyOf(reached);
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
        inFlight.merge(step.name(), 1, Integer::sum);
        allocator.launched(step.name());
    }

    void settled(Observation observation) {
        inFlight.merge(observation.rung(), -1, Integer::sum);
        reached.merge(
                observation.rung(),
                Reached.NONE.plus(observation.level()),
                (before, _) -> before.plus(observation.level()));
        allocator.observe(observation);
    }
}
