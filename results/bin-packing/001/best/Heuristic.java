import packing.PerBinRule;

/// Scores a bin for an item. The search starts from best fit: the bin left with the least room.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return (remaining > capacity ? 0.6945 : Math.min((remaining > capacity ? -0.6879 : Math.pow(Math.abs(item), 3.34) + (remaining - item - remaining) / Math.exp(item - remaining)) / Math.pow(remaining, 3.782) * Math.exp(item - remaining), 5.028)) * Math.exp(item - remaining) + item;
    }
    // EVOLVE-BLOCK-END
}
