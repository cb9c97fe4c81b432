import packing.PerBinRule;

/// Calls itself for ever.
public final class Heuristic implements PerBinRule {

    // EVOLVE-BLOCK-START
    @Override
    public double priority(int item, int remaining, int capacity) {
        return 1 + priority(item, remaining, capacity);
    }
    // EVOLVE-BLOCK-END
}
