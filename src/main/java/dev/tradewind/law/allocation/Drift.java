package dev.tradewind.law.allocation;

/// Notices that a rung is no longer what it was: Page's cumulative sums of the likelihood ratio
/// that its rate has become [#TIMES] times what is believed, or as many times less.
final class Drift {

    /// Part of the evidence that is kept when something changed (assumed).
    static final double KEPT = 0.2;

    private static final double TIMES = 3;

    /// Nats at which it is believed; a false alarm about every `exp` of it proposals (assumed).
    private static final double ALARM = 7;

    private final double[] up;
    private final double[] down;

    Drift(int rungs) {
        up = new double[rungs];
        down = new double[rungs];
    }

    /// Takes in a proposal.
    ///
    /// @param expected chance of its success
    /// @return whether its rung has changed; it then starts anew
    boolean observe(int rung, double expected, boolean success) {
        double log = success ? Math.log(TIMES) : 0;
        up[rung] = Math.max(0, up[rung] + log - (TIMES - 1) * expected);
        down[rung] = Math.max(0, down[rung] - log + (1 - 1 / TIMES) * expected);
        boolean changed = up[rung] > ALARM || down[rung] > ALARM;
        if (changed) {
            up[rung] = 0;
            down[rung] = 0;
        }
        return changed;
    }
}
