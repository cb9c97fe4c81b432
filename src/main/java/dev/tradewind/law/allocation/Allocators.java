package dev.tradewind.law.allocation;

import java.util.List;

/// Makes allocators by the name of their policy.
public final class Allocators {

    private Allocators() {}

    /// A new one that has seen nothing.
    ///
    /// @param ladder at least one rung, no two of one name
    public static Allocator of(Policy policy, List<Contender> ladder) {
        return switch (policy) {
            case LAW -> new LawAllocator(ladder, new Greedy(), Assumptions.USUAL);
            case LAW_THOMPSON -> new LawAllocator(ladder, new Thompson(), Assumptions.USUAL);
            case KNOWLEDGE_GRADIENT ->
                    new LawAllocator(ladder, new KnowledgeGradient(), Assumptions.USUAL);
            case SHARES -> new FixedShares(ladder);
            case UNIFORM -> new FixedShares(ladder.stream().map(Allocators::evenly).toList());
            case UCB1 -> new UpperBound(ladder, false);
            case UCB1_PER_COST -> new UpperBound(ladder, true);
            case BLENDED_UCB -> new BlendedBound(ladder, 0);
            case THOMPSON -> new IndependentThompson(ladder);
        };
    }

    private static Contender evenly(Contender contender) {
        return new Contender(contender.name(), contender.position(), contender.cost(), 1);
    }
}
