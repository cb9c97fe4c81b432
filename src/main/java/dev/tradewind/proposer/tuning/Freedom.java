package dev.tradewind.proposer.tuning;

/// How far a number may move.
enum Freedom {
    /// Anywhere.
    FREE,
    /// By one: it bounds a loop or shifts bits, so that a long way would cost all fuel.
    BY_ONE,
    /// Not at all: it is a size or an index of an array, a label, or no plain decimal number.
    NONE
}
