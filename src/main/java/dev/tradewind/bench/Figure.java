package dev.tradewind.bench;

import java.io.Serializable;

/// Something measured.
///
/// @param name such as `engine.rate`
/// @param unit such as `1/s` or `ms`; `1` for a ratio
/// @param load the machine's load average of one minute when it was measured; negative where the
///   system does not tell
public record Figure(String name, double value, String unit, double load, Goal goal)
        implements Serializable {

    public boolean met() {
        return goal.metBy(value);
    }
}
