import packing.PerBinRule;

/// Scores a bin for an item. The search starts from best fit: the bin left with the least room.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return item - remaining;
    }
    // EVOLVE-BLOCK-END
}
