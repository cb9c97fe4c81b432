package dev.tradewind.law.allocation;

/// What became of one proposal.
///
/// @param rung that was asked
/// @param gain by how much it beat its island's best, in the objective's unit; more than 0 exactly
///   at [Level#BEAT_BEST], 0 otherwise
/// @param cost of the proposal and its evaluation, 0 or more; all observations use one unit
public record Observation(String rung, Level level, double gain, double cost) {

    public Observation {
        if (!(gain >= 0) || Double.isInfinite(gain)) {
            throw new IllegalArgumentException(
                    "rung %s: a gain is a number of at least 0, not %s".formatted(rung, gain));
        }
        if (gain > 0 != (level == Level.BEAT_BEST)) {
            throw new IllegalArgumentException(
                    "rung %s: a gain of %s does not go with %s".formatted(rung, gain, level));
        }
        if (!(cost >= 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException(
                    "rung %s: a cost is a number of at least 0, not %s".formatted(rung, cost));
        }
    }
}
