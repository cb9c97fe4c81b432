package dev.tradewind.search;

import dev.tradewind.law.allocation.Level;

/// How far a rung's settled flights came.
///
/// @param flights that settled
/// @param beatParent better on training than their best parent
/// @param beatBest better than all their island knew when they were planned
public record Reached(long flights, long beatParent, long beatBest) {

    public static final Reached NONE = new Reached(0, 0, 0);

    Reached plus(Level level) {
        return switch (level) {
            case PROPOSED, READ, ADMITTED, SCORED -> new Reached(flights + 1, beatParent, beatBest);
            case BEAT_PARENT -> new Reached(flights + 1, beatParent + 1, beatBest);
            case BEAT_BEST -> new Reached(flights + 1, beatParent + 1, beatBest + 1);
        };
    }
}
