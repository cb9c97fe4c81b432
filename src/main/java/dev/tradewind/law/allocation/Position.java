package dev.tradewind.law.allocation;

/// Where a rung stands before anything was observed.
public sealed interface Position {

    /// On a size curve: the larger, the likelier its proposals succeed.
    ///
    /// @param curve rungs of one curve are compared by size, such as `models` or `breeding`
    /// @param size in a unit of the curve's own, such as active parameters, or offspring drawn;
    ///   more than 0 and finite
    record OnCurve(String curve, double size) implements Position {
        public OnCurve {
            if (!(size > 0) || Double.isInfinite(size)) {
                throw new IllegalArgumentException(
                        "a size is a number more than 0, not %s".formatted(size));
            }
        }
    }

    /// On no curve: its size is unknown or means nothing. It is judged by what it does alone.
    record Beside() implements Position {}
}
