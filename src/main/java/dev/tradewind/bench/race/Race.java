package dev.tradewind.bench.race;

import dev.tradewind.budget.Limit;
import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.PlanDigest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/// Who races on what.
///
/// @param plan of every run but for who proposes and its seed; its seed is the first one
/// @param contestants the reference first
/// @param seeds how many; at least 2, for an interval to be told
public record Race(Campaign plan, List<Contestant> contestants, int seeds) {

    public Race {
        contestants = List.copyOf(contestants);
        if (seeds < 2) {
            throw new IllegalArgumentException(
                    "%d seeds give no interval; at least 2 do".formatted(seeds));
        }
    }

    /// One run of the race.
    ///
    /// @param key tells it from runs of another plan
    record Entry(Contestant contestant, Campaign campaign, String key) {

        boolean is(Heat heat) {
            return heat.plan().equals(key) && heat.contestant().equals(contestant.name());
        }
    }

    /// Every run, seed by seed; each seed begins with another contestant.
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int turn = 0; turn < seeds; turn++) {
            List<Contestant> order = new ArrayList<>(contestants);
            Collections.rotate(order, -turn);
            long seed = plan.seed() + turn;
            order.forEach(contestant -> entries.add(entry(contestant, seed)));
        }
        return List.copyOf(entries);
    }

    Entry entry(Contestant contestant, long seed) {
        Campaign campaign = plan.withSeed(seed).withLadder(contestant.ladder()).withoutBaseline();
        return new Entry(contestant, campaign, PlanDigest.of(campaign));
    }

    List<Long> seedList() {
        return LongStream.range(plan.seed(), plan.seed() + seeds).boxed().toList();
    }

    /// Processor seconds up to which a run's scores count; no bound where the budget has none.
    double horizon() {
        return plan.budget().limits().stream()
                .filter(Limit.Cpu.class::isInstance)
                .map(Limit.Cpu.class::cast)
                .mapToDouble(limit -> Heat.seconds(limit.time()))
                .min()
                .orElse(Double.MAX_VALUE);
    }
}
