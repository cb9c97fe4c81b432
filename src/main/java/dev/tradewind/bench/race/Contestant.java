package dev.tradewind.bench.race;

import dev.tradewind.campaign.Ladder;
import dev.tradewind.campaign.Rung;
import dev.tradewind.law.allocation.Policy;

import java.util.List;
import java.util.stream.Stream;

/// Someone who races: a policy on the whole ladder, or one rung of it alone.
///
/// @param name such as `law` or `always breeding:4`
/// @param ladder who proposes
public record Contestant(String name, Ladder ladder) {

    /// Whom all others are compared with.
    public static final Policy REFERENCE = Policy.LAW;

    /// The law's policy first, then the others in their order, then each rung.
    ///
    /// @param fixed whether each rung runs alone as well
    public static List<Contestant> of(Ladder ladder, List<Policy> policies, boolean fixed) {
        Stream<Contestant> learning =
                Stream.concat(Stream.of(REFERENCE), policies.stream())
                        .distinct()
                        .map(policy -> of(ladder, policy));
        Stream<Contestant> always =
                fixed ? ladder.rungs().stream().map(rung -> always(ladder, rung)) : Stream.empty();
        return Stream.concat(learning, always).toList();
    }

    private static Contestant of(Ladder ladder, Policy policy) {
        return new Contestant(policy.toString(), ladder.allocating(policy));
    }

    private static Contestant always(Ladder ladder, Rung rung) {
        Ladder alone =
                new Ladder(
                        List.of(rung),
                        ladder.calls(),
                        ladder.prompts(),
                        ladder.reflection(),
                        Policy.SHARES);
        return new Contestant("always " + rung.name(), alone);
    }
}
