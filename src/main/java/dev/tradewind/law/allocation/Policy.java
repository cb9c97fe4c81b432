package dev.tradewind.law.allocation;

import java.util.Locale;

/// How the next rung is chosen. The first three learn by the law of success; the others are there
/// to be compared with.
public enum Policy {
    /// The largest expected gain per cost, by the law; a small share of all others.
    LAW,
    /// Success, gain and cost drawn from what the law believes; the largest ratio.
    LAW_THOMPSON,
    /// Gain per cost, and what the answer teaches about all rungs.
    KNOWLEDGE_GRADIENT,
    /// By the shares the ladder gives.
    SHARES,
    /// All rungs alike.
    UNIFORM,
    /// UCB1 on the share of proposals that beat the best; costs do not matter.
    UCB1,
    /// UCB1, its bound divided by cost.
    UCB1_PER_COST,
    /// An asymmetric upper bound on exponential gains, as ShinkaEvolve publishes it.
    BLENDED_UCB,
    /// Thompson sampling, each rung by itself, divided by cost.
    THOMPSON;

    /// The name used by people: `ucb1-per-cost`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
