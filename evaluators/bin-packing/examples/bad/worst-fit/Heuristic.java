import packing.PerBinRule;

/// Worst fit: an empty bin has the most room, so every item opens one.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return remaining;
    }
    // EVOLVE-BLOCK-END
}
