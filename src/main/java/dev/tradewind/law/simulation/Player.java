package dev.tradewind.law.simulation;

import dev.tradewind.law.allocation.Policy;

/// Someone who plays problems.
public sealed interface Player {

    /// Knows the truth: always the rung of most improvements per cost.
    record Oracle() implements Player {
        @Override
        public String toString() {
            return "oracle";
        }
    }

    /// Learns by a policy.
    record Learner(Policy policy) implements Player {
        @Override
        public String toString() {
            return policy.toString();
        }
    }

    /// Learns by a policy, and is told of nothing but improvements.
    record Shielded(Policy policy) implements Player {
        @Override
        public String toString() {
            return policy + ", told less";
        }
    }

    /// Always the rung that looks best beforehand.
    record PriorOnly() implements Player {
        @Override
        public String toString() {
            return "prior-only";
        }
    }

    /// Always the same rung.
    ///
    /// @param rung its number in the ladder
    record Always(int rung) implements Player {
        @Override
        public String toString() {
            return "always " + Draft.name(rung);
        }
    }
}
