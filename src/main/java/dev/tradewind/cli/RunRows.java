package dev.tradewind.cli;

import dev.tradewind.campaign.Campaign;
import dev.tradewind.campaign.CampaignReader;
import dev.tradewind.campaign.Rung;
import dev.tradewind.law.allocation.Level;
import dev.tradewind.law.allocation.Position;
import dev.tradewind.law.sampling.Evidence;
import dev.tradewind.report.RunFolder;
import dev.tradewind.search.Observed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the rungs of a recorded run came to, as evidence of success by size.
final class RunRows {

    private RunRows() {}

    /// A row for each rung on a size curve that was asked; one curve only.
    ///
    /// @param level that counts as success
    /// @throws UsageException when the ladder has no two rungs on one curve
    static List<Evidence> of(RunFolder folder, Level level) {
        Campaign campaign = CampaignReader.read(folder.plan(), List.of());
        Map<String, Position.OnCurve> places = places(folder, campaign);
        Map<String, Long> trials = new HashMap<>();
        Map<String, Long> successes = new HashMap<>();
        try (OpenRun run = OpenRun.of(folder)) {
            Observed.of(run.record())
                    .filter(seen -> places.containsKey(seen.rung()))
                    .forEach(
                            seen -> {
                                trials.merge(seen.rung(), 1L, Long::sum);
                                long one = seen.level().compareTo(level) >= 0 ? 1 : 0;
                                successes.merge(seen.rung(), one, Long::sum);
                            });
        }
        return places.entrySet().stream()
                .filter(place -> trials.containsKey(place.getKey()))
                .<Evidence>map(
                        place ->
                                new Evidence.Count(
                                        place.getValue().size(),
                                        successes.getOrDefault(place.getKey(), 0L),
                                        trials.getOrDefault(place.getKey(), 0L)))
                .sorted(Comparator.comparingDouble(Evidence::size))
                .toList();
    }

    private static Map<String, Position.OnCurve> places(RunFolder folder, Campaign campaign) {
        Map<String, Position.OnCurve> places = new HashMap<>();
        Set<String> curves = new TreeSet<>();
        for (Rung rung : campaign.ladder().rungs()) {
            if (campaign.ladder().position(rung) instanceof Position.OnCurve place) {
                places.put(rung.name(), place);
                curves.add(place.curve());
            }
        }
        if (curves.size() > 1) {
            String most =
                    curves.stream()
                            .max(Comparator.comparingLong(curve -> count(places, curve)))
                            .orElseThrow();
            places.values().removeIf(place -> !place.curve().equals(most));
        }
        if (places.size() < 2) {
            throw new UsageException(
                    "%s: rungs on one size curve: %d; a law of size needs several. Maybe you want a"
                                    .formatted(folder.path(), places.size())
                            + " ladder such as [breeding:1, breeding:4, breeding:16, breeding:64].");
        }
        return places;
    }

    private static long count(Map<String, Position.OnCurve> places, String curve) {
        return places.values().stream().filter(place -> place.curve().equals(curve)).count();
    }
}
