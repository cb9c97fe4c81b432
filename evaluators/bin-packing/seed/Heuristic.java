import packing.PerBinRule;

/// Best fit: the bin that is left with the least room.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return item - remaining;
    }
    // EVOLVE-BLOCK-END
}
