package dev.tradewind.law.training;

import java.util.Locale;

/// What is counted when training and use are added up. Compute is not uniform: a FLOP of writing an
/// answer takes more of a machine than one of training, and the machine may have another price. So
/// each unit has an optimum of its own.
public enum CostUnit {
    /// Operations, all alike.
    FLOP,
    /// Time of the machines, at the share of their peak each kind of work uses.
    SECONDS,
    /// That time at its price.
    DOLLARS;

    @Override
    public String toString() {
        return this == FLOP ? name() : name().toLowerCase(Locale.ROOT);
    }
}
