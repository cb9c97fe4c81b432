package dev.tradewind.law.allocation;

/// How far a proposal came. Each level was reached by fewer than the one before.
public enum Level {
    /// The rung was asked; no program came of it that could be read.
    PROPOSED,
    /// A program was read from the answer; it was refused: forbidden, not compiling, known.
    READ,
    /// It compiled and was let in; its evaluation failed.
    ADMITTED,
    /// It has a score.
    SCORED,
    /// The score is better than that of its best parent.
    BEAT_PARENT,
    /// It is better than all its island knew.
    BEAT_BEST
}
